"""Statistics along the wrong axis, without keepdims.

caught by: test_a_column_by_hand
says: which gives one for each row
"""

import numpy as np


def normalise(train, test):
    mean = train.mean(axis=1)
    spread = train.max(axis=1) - train.min(axis=1)
    spread = np.where(spread == 0, 1, spread)
    return (train - mean) / spread, (test - mean) / spread
