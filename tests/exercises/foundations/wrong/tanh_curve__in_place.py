"""The caller's x is overwritten.

caught by: test_x_is_untouched
says: Afterwards x was no longer
"""

import numpy as np


def tanh_curve(x):
    sign = np.sign(x)
    np.abs(x, out=x)
    power = np.exp(-2 * x)
    return sign * (1 - power) / (1 + power)
