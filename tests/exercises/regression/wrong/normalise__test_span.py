"""The test rows are divided by their own span.

caught by: test_statistics_come_from_the_training_rows
says: divided the test rows by their own max − min
"""

import numpy as np


def normalise(train, test):
    spread = np.ptp(train, axis=0)
    spread = np.where(spread == 0, 1, spread)
    own = np.ptp(test, axis=0)
    own = np.where(own == 0, 1, own)
    mean = train.mean(axis=0)
    return (train - mean) / spread, (test - mean) / own
