"""The factor two is missing.

caught by: test_zero_and_one
says: this is tanh(x / 2)
"""

import numpy as np


def tanh_curve(x):
    power = np.exp(-np.abs(x))
    return np.sign(x) * (1 - power) / (1 + power)
