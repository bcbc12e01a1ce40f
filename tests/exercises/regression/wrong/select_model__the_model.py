"""The model itself is returned.

caught by: test_chosen_by_validation_reported_from_test
says: not for the model
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(predict, x_valid, y_valid) for predict in trained]
    best = int(np.argmin(errors))
    return models[best], error(trained[best], x_test, y_test)
