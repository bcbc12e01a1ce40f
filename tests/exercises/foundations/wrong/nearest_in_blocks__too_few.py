"""Whole blocks only, put together.

caught by: test_more_points_in_a_than_in_b
says: some rows were left out
"""

import numpy as np


def nearest(a, b):
    block = min(2, len(a))
    parts = []
    for i in range(len(a) // block):
        rows = a[i * block : (i + 1) * block, None]
        parts.append(((rows - b) ** 2).sum(axis=2).argmin(axis=1))
    return np.concatenate(parts)
