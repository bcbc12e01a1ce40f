"""The root is taken before the sum.

caught by: test_sets_of_different_sizes
says: summed along the axes
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt((a[:, None] - b) ** 2).sum(axis=2)
