"""Whole numbers become int32, whose squares overflow at 46,341.

caught by: test_large_and_small_coordinates
says: but expected was
"""

import numpy as np


def pairwise_distances(a, b):
    if a.dtype.kind == "i" and b.dtype.kind == "i":
        a, b = a.astype(np.int32), b.astype(np.int32)
    differences = a[:, None, :] - b[None, :, :]
    squares = (differences * differences).sum(axis=2)
    return np.sqrt(np.maximum(squares, 0))
