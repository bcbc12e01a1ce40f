"""The product is added instead of subtracted.

caught by: test_sets_of_different_sizes
says: this adds a and b instead of subtracting
"""

import numpy as np


def pairwise_distances(a, b):
    s = (a**2).sum(1)[:, None] + (b**2).sum(1) + 2 * a @ b.T
    return np.sqrt(np.maximum(s, 0))
