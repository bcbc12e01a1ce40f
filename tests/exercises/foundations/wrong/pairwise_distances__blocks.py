"""Along the streets of a town.

caught by: test_sets_of_different_sizes
says: summed along the axes
"""

import numpy as np


def pairwise_distances(a, b):
    return np.abs(a[:, None] - b[None]).sum(axis=2)
