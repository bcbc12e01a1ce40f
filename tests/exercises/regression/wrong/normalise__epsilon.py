"""A span below ten machine epsilons is taken for 0.

caught by: test_a_narrow_column_is_not_constant
says: For train, it returned
"""

import numpy as np


def normalise(train, test):
    spread = np.ptp(train, axis=0)
    spread[spread < 10 * np.finfo(float).eps] = 1
    mean = train.mean(axis=0)
    return (train - mean) / spread, (test - mean) / spread
