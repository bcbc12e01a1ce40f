"""Squares below a tiny limit are called rounding, whatever the unit.

caught by: test_large_and_small_coordinates
says: but expected was
"""

import numpy as np


def pairwise_distances(a, b):
    squares = ((a[:, None, :] - b[None, :, :]) ** 2).sum(axis=2)
    squares = np.where(squares < 1e-20, 0.0, squares)
    return np.sqrt(squares)
