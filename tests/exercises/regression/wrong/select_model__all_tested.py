"""Every model is tested, though one is reported.

caught by: test_only_the_chosen_model_sees_the_test_rows
says: predicted by models 0, 1, 2, 3, 4, 5, 6, 7, 8
says: you computed every model's test error
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(p, x_valid, y_valid) for p in trained]
    tested = [error(p, x_test, y_test) for p in trained]
    best = int(np.argmin(errors))
    return best, tested[best]
