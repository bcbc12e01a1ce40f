"""The points are paired off.

caught by: test_as_many_points_as_coordinates
says: you paired the points off
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a - b) ** 2).sum(axis=1))
