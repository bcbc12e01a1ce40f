"""np.where works out both sides for every x.

caught by: test_nothing_overflows_on_the_way
says: np.where works out both of its sides
"""

import numpy as np


def tanh_curve(x):
    up, down = np.exp(2 * x), np.exp(-2 * x)
    return np.where(x > 0, (1 - down) / (1 + down), (up - 1) / (up + 1))
