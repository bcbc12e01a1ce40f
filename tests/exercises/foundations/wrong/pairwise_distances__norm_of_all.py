"""One norm is taken of everything.

caught by: test_sets_of_different_sizes
says: expected a NumPy array of shape (4, 2)
"""

import numpy as np


def pairwise_distances(a, b):
    return np.linalg.norm(a[:, None] - b)
