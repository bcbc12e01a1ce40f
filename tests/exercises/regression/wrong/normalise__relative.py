"""A column that varies little for its size is taken for constant.

caught by: test_a_narrow_column_is_not_constant
says: For train, it returned
"""

import numpy as np


def normalise(train, test):
    low, high, mean = train.min(0), train.max(0), train.mean(0)
    spread = np.where(np.isclose(low, high, atol=0), 1, high - low)
    return (train - mean) / spread, (test - mean) / spread
