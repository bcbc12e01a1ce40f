"""Chosen by the test error.

caught by: test_chosen_by_validation_reported_from_test
says: you chose by the test error
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(p, x_test, y_test) for p in trained]
    best = int(np.argmin(errors))
    return best, errors[best]
