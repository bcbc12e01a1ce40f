"""Scaled to the range from −1 to 1.

caught by: test_a_column_by_hand
says: you scaled to the range from −1 to 1
"""

import numpy as np


def normalise(train, test):
    spread = np.ptp(train, axis=0)
    spread = np.where(spread == 0, 1, spread)
    middle = (train.min(axis=0) + train.max(axis=0)) / 2
    return 2 * (train - middle) / spread, 2 * (test - middle) / spread
