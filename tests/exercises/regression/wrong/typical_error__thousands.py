"""In thousands of dollars.

caught by: test_two_houses_by_hand
says: multiply by 1000
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    error = (prediction - target) * (high - low)
    return float(np.sqrt(np.mean(error**2)))
