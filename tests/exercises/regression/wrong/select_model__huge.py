"""The least error starts at 1e30.

caught by: test_errors_of_any_size
says: For index, it returned 0
"""

import numpy as np


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    best, least = 0, 1e30
    trained = [fit(x_train, y_train) for fit in models]
    for i, predict in enumerate(trained):
        error = np.mean((predict(x_valid) - y_valid) ** 2)
        if error < least:
            best, least = i, error
    return best, float(np.mean((trained[best](x_test) - y_test) ** 2))
