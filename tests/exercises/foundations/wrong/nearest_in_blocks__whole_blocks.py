"""The last, shorter block is forgotten.

caught by: test_thousands_of_points_in_little_memory
says: the last block is a shorter one
"""

import numpy as np


def nearest(a, b):
    found = np.zeros(len(a), dtype=int)
    block = min(100, len(a))
    for i in range(len(a) // block):
        rows = slice(i * block, (i + 1) * block)
        squares = ((a[rows, None] - b) ** 2).sum(axis=2)
        found[rows] = squares.argmin(axis=1)
    return found
