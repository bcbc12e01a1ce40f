"""The models are trained on flat targets.

caught by: test_each_model_is_trained_once_on_the_training_rows
says: an array of shape (7,)
"""

import numpy as np


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = [fit(x_train, y_train.ravel()) for fit in models]
    errors = [np.mean((p(x_valid) - y_valid) ** 2) for p in trained]
    i = int(np.argmin(errors))
    return i, float(np.mean((trained[i](x_test) - y_test) ** 2))
