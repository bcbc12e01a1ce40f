"""The normalisation is not undone.

caught by: test_many_houses
says: Undo the normalisation first
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    return float(np.sqrt(np.mean((prediction - target) ** 2)))
