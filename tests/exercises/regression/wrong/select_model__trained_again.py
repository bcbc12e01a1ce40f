"""The chosen model is trained again, on more rows.

caught by: test_each_model_is_trained_once_on_the_training_rows
says: Train each once
"""

import numpy as np


def error(predict, x, y):
    return float(np.mean((predict(x) - y) ** 2))


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train) for fit in models]
    errors = [error(p, x_valid, y_valid) for p in trained]
    best = int(np.argmin(errors))
    x, y = np.vstack([x_train, x_valid]), np.vstack([y_train, y_valid])
    return best, error(models[best](x, y), x_test, y_test)
