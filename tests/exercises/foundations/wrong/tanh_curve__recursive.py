"""The array is halved until one entry is left.

caught by: test_any_shape
says: Your code calls itself
"""

import numpy as np


def tanh_curve(x):
    if np.ndim(x) == 0 or len(x) == 1:
        power = np.exp(-2 * np.abs(x))
        return np.sign(x) * (1 - power) / (1 + power)
    return np.concatenate([tanh_curve(x[:1]), tanh_curve(x[1:])])
