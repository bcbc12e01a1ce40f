"""The 2 of the binomial is missing.

caught by: test_three_four_five
says: It returned [[4], [5], [4.5826]]
"""

import numpy as np


def pairwise_distances(a, b):
    s = (a**2).sum(1)[:, None] + (b**2).sum(1) - a @ b.T
    return np.sqrt(np.maximum(s, 0))
