"""Chosen by the mean of the differences.

caught by: test_chosen_by_validation_reported_from_test
says: misses up and down cancel
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    scores = [abs(np.mean(p(x_valid) - y_valid)) for p in trained]
    best = int(np.argmin(scores))
    return best, error(trained[best], x_test, y_test)
