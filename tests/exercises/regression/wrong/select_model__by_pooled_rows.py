"""Chosen by the error on training and validation rows in one.

caught by: test_chosen_by_validation_reported_from_test
says: the training and the validation error together
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    x = np.concatenate([x_train, x_valid])
    y = np.concatenate([y_train, y_valid])
    scores = [error(p, x, y) for p in trained]
    best = int(np.argmin(scores))
    return best, error(trained[best], x_test, y_test)
