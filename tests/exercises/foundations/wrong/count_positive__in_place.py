"""The caller's array is overwritten.

caught by: test_a_is_untouched
says: Afterwards a was no longer
"""

import numpy as np


def count_positive(a):
    a[np.isnan(a)] = 0
    return int((a > 0).sum())
