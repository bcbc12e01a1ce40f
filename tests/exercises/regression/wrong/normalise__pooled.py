"""The statistics are taken over all rows.

caught by: test_statistics_come_from_the_training_rows
says: training and test rows together
"""

import numpy as np


def normalise(train, test):
    both = np.concatenate([train, test])
    spread = both.max(axis=0) - both.min(axis=0)
    spread[spread == 0] = 1
    mean = both.mean(axis=0)
    return (train - mean) / spread, (test - mean) / spread
