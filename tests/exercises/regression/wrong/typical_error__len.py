"""Divided by the number of rows.

caught by: test_any_shape
says: you divided by the number of rows
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    errors = (prediction - target) * (high - low)
    return float(1000 * np.sqrt(np.sum(errors**2) / len(errors)))
