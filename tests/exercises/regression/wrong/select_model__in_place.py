"""The differences are taken in the targets' place.

caught by: test_the_arrays_that_came_in_are_untouched
says: works in place
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(p, x_valid, y_valid) for p in trained]
    best = int(np.argmin(errors))
    y_test -= trained[best](x_test)
    return best, float(np.mean(y_test**2))
