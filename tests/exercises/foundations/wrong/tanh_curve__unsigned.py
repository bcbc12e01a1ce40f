"""The sign is not put back.

caught by: test_from_minus_ten_to_ten
says: the sign is lost
"""

import numpy as np


def tanh_curve(x):
    power = np.exp(-2 * np.abs(x))
    return (1 - power) / (1 + power)
