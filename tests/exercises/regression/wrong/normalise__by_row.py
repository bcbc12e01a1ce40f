"""Statistics of rows instead of columns.

caught by: test_statistics_come_from_the_training_rows
says: each row (axis=1)
"""

import numpy as np


def scale(x):
    spread = np.ptp(x, axis=1, keepdims=True)
    spread[spread == 0] = 1
    return (x - x.mean(axis=1, keepdims=True)) / spread


def normalise(train, test):
    return scale(train), scale(test)
