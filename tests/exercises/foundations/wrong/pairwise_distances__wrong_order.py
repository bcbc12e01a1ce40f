"""The pairs are listed in another order than they are reshaped.

caught by: test_as_many_points_as_coordinates
says: It returned
"""

import numpy as np


def pairwise_distances(a, b):
    n, m = len(a), len(b)
    d = np.tile(a, (m, 1)) - np.repeat(b, n, axis=0)
    return np.sqrt((d**2).sum(1)).reshape(n, m)
