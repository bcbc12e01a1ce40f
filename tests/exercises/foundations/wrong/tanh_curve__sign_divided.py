"""Zero is divided by zero, and mended afterwards.

caught by: test_nothing_overflows_on_the_way
says: invalid value encountered in divide. Find the line
"""

import numpy as np


def tanh_curve(x):
    power = np.exp(-2 * np.abs(x))
    sign = np.nan_to_num(x / np.abs(x))
    return sign * (1 - power) / (1 + power)
