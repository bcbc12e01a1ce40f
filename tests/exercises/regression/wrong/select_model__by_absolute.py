"""Chosen by the mean absolute error.

caught by: test_the_choice_is_by_squares
says: you chose by the mean absolute error
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def distance(predict, x, y):
    return float(np.mean(np.abs(predict(x) - y)))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [distance(predict, x_valid, y_valid) for predict in trained]
    best = int(np.argmin(errors))
    return best, error(trained[best], x_test, y_test)
