"""Infinite entries are replaced in the caller's array.

caught by: test_missing_numbers_and_infinite_ones
says: Your function works in place
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    a[np.isinf(a)] = np.sign(a[np.isinf(a)])
    return int(np.count_nonzero(a > 0))
