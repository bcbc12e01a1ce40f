"""The sum of the positive numbers, cut off.

caught by: test_zero_is_not_positive
says: int has cut the sum off
"""

import numpy as np


def count_positive(a):
    return int(np.sum(a[a > 0]))
