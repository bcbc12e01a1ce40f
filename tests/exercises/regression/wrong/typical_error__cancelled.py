"""The errors are added with their signs.

caught by: test_many_houses
says: errors of both signs cancel
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    return float(1000 * abs(np.mean((prediction - target) * (high - low))))
