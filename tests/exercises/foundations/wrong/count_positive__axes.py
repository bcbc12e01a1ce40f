"""The arrays of indices are counted.

caught by: test_a_hundred_normal_draws
says: this is the number of axes
"""

import numpy as np


def count_positive(a):
    return len(np.where(a > 0))
