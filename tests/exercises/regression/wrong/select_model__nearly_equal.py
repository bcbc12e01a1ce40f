"""Errors equal to two decimals are taken for equal.

caught by: test_errors_that_are_nearly_equal
says: For index, it returned 0; expected was 1
"""

import numpy as np


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [
        round(float(np.mean((p(x_valid) - y_valid) ** 2)), 2) for p in trained
    ]
    best = errors.index(min(errors))
    return best, float(np.mean((trained[best](x_test) - y_test) ** 2))
