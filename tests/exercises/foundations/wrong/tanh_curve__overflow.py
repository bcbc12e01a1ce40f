"""The formula as it stands.

caught by: test_large_numbers_do_not_overflow
says: the powers overflow
"""

import numpy as np


def tanh_curve(x):
    up, down = np.exp(x), np.exp(-x)
    return (up - down) / (up + down)
