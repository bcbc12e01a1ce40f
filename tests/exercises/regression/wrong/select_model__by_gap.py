"""Chosen by the gap between training and validation error.

caught by: test_chosen_by_validation_reported_from_test
says: you chose by the gap
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    train = np.array([error(p, x_train, y_train) for p in trained])
    valid = np.array([error(p, x_valid, y_valid) for p in trained])
    scores = np.abs(valid - train)
    best = int(np.argmin(scores))
    return best, error(trained[best], x_test, y_test)
