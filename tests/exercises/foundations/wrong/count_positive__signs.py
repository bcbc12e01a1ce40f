"""The signs are added up.

caught by: test_a_small_table
says: less that of negative ones
"""

import numpy as np


def count_positive(a):
    return int(np.nansum(np.sign(a)))
