"""Of equal models, the last.

caught by: test_of_equal_models_the_first
says: you chose the later
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    best, least = 0, float("inf")
    for i, predict in enumerate(trained):
        if error(predict, x_valid, y_valid) <= least:
            best, least = i, error(predict, x_valid, y_valid)
    return best, error(trained[best], x_test, y_test)
