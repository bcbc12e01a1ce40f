"""The standard deviation of the errors.

caught by: test_many_houses
says: which takes their mean away first
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    return float(1000 * np.std((prediction - target) * (high - low)))
