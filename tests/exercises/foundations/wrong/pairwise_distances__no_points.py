"""The first point of b becomes the origin; an empty b has none.

caught by: test_sets_of_different_sizes
says: index 0 is out of bounds
"""

import numpy as np


def pairwise_distances(a, b):
    origin = b[0]
    a, b = a - origin, b - origin
    return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))
