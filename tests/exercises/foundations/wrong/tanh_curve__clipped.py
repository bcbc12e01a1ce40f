"""Clipped where the curve is not flat yet.

caught by: test_from_minus_ten_to_ten
says: x was clipped too early
"""

import numpy as np


def tanh_curve(x):
    x = np.clip(x, -5, 5)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
