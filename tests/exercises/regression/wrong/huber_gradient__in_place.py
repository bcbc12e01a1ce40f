"""The targets are overwritten.

caught by: test_the_arrays_that_came_in_are_untouched
says: Afterwards y was no longer
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    y -= x @ w + b
    pull = 2 * np.clip(-y, -delta, delta)
    return x.T @ pull / len(x), float(pull.mean())
