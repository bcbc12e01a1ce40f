"""A map runs over the points.

caught by: test_with_numpy_and_without_loops
says: There is a loop in map
"""

import numpy as np


def pairwise_distances(a, b):
    def from_point(p):
        return np.linalg.norm(b - p, axis=1)

    return np.array(list(map(from_point, a)))
