"""The mean of the absolute errors.

caught by: test_many_houses
says: the root of the mean of the squares
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    error = 1000 * (prediction - target) * (high - low)
    return float(np.mean(np.abs(error)))
