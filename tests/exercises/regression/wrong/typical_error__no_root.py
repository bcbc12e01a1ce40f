"""The square root is missing.

caught by: test_many_houses
says: the square root is missing
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    error = 1000 * (prediction - target) * (high - low)
    return float(np.mean(error**2))
