"""The test rows lose their own mean.

caught by: test_statistics_come_from_the_training_rows
says: you subtracted the mean of the test rows
"""

import numpy as np


def normalise(train, test):
    spread = np.ptp(train, axis=0)
    spread = np.where(spread == 0, 1, spread)
    shifted = train - train.mean(axis=0), test - test.mean(axis=0)
    return shifted[0] / spread, shifted[1] / spread
