"""The points are overwritten.

caught by: test_the_points_are_untouched
says: Afterwards a was no longer
"""

import numpy as np


def pairwise_distances(a, b):
    a -= b.mean(axis=0)
    b = b - b.mean(axis=0)
    return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))
