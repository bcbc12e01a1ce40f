"""The largest error is taken, among equal models.

caught by: test_of_equal_models_the_first
says: the largest validation error
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(predict, x_valid, y_valid) for predict in trained]
    best = int(np.argmax(errors))
    return best, error(trained[best], x_test, y_test)
