"""All that is not zero.

caught by: test_a_small_table
says: negative numbers too
"""

import numpy as np


def count_positive(a):
    return int(np.count_nonzero(a))
