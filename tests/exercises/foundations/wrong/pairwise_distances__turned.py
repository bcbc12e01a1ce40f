"""Rows and columns have changed places.

caught by: test_three_four_five
says: rows and columns have changed places
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((b[:, None] - a[None]) ** 2).sum(axis=2))
