"""Small squares are taken for rounding errors.

caught by: test_large_and_small_coordinates
says: near points were taken for the same
"""

import numpy as np


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    squares = ((a[:, None] - b) ** 2).sum(axis=2)
    squares[squares < 1e-10] = 0.0
    return np.sqrt(squares)
