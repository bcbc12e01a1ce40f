"""The table is of the kind of a; whole numbers cut the distances.

caught by: test_sets_of_different_sizes
says: expected float64
"""

import numpy as np


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    table = np.empty((len(a), len(b)), dtype=a.dtype)
    table[:] = np.sqrt(((a[:, None] - b) ** 2).sum(axis=2))
    return table
