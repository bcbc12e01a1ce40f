"""The mean is added to the prediction only.

caught by: test_two_houses_by_hand
says: the mean was added once too often
"""

import numpy as np


def typical_error(prediction, target, low, high, mean):
    predicted = prediction * (high - low) + mean
    error = predicted - target * (high - low)
    return float(1000 * np.sqrt(np.mean(error**2)))
