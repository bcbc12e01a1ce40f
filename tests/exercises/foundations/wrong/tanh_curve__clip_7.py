"""Clipped at 7, where the curve lacks two millionths of 1.

caught by: test_from_minus_ten_to_ten
says: values differ
"""

import numpy as np


def tanh_curve(x):
    power = np.exp(-2 * np.clip(np.abs(x), 0, 7))
    return np.sign(x) * (1 - power) / (1 + power)
