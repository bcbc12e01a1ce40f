"""The squares are divided by d - 1.

caught by: test_sets_of_different_sizes
says: It returned
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a[:, None] - b) ** 2).sum(-1) / max(a.shape[1] - 1, 1))
