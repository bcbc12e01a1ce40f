"""The norm is taken along the points of b.

caught by: test_sets_of_different_sizes
says: you summed over the points of b
"""

import numpy as np


def pairwise_distances(a, b):
    return np.linalg.norm(a[:, None] - b, axis=1)
