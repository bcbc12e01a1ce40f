"""Clipped at 300, where float32's powers have long overflowed.

caught by: test_large_numbers_do_not_overflow
says: nan
"""

import numpy as np


def tanh_curve(x):
    x = np.clip(x, -300, 300)
    up, down = np.exp(x), np.exp(-x)
    return (up - down) / (up + down)
