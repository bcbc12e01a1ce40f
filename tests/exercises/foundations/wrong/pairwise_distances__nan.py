"""Tiny negative squares.

caught by: test_no_nan_between_a_point_and_itself
says: nan is the root of a negative number
"""

import numpy as np


def pairwise_distances(a, b):
    squares = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1)
    return np.sqrt(squares - 2 * a @ b.T)
