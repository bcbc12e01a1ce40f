"""A named tuple comes back, by min with a key."""

from functools import partial
from typing import NamedTuple

import numpy as np


class Chosen(NamedTuple):
    index: int
    error: float


def mse(predict, x, y):
    return float(np.square(np.subtract(predict(x), y)).mean())


def select_model(models, x_train, y_train, x_valid, y_valid, x_test, y_test):
    trained = dict(enumerate(fit(x_train, y_train) for fit in models))
    error = partial(mse, x=x_valid, y=y_valid)
    best = min(trained, key=lambda i: error(trained[i]))
    return Chosen(best, mse(trained[best], x_test, y_test))
