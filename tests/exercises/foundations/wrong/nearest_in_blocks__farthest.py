"""The farthest point.

caught by: test_two_and_three_points
says: argmin finds the nearest
"""

import numpy as np


def nearest(a, b):
    found = np.empty(len(a), dtype=int)
    for i in range(len(a)):
        found[i] = ((a[i] - b) ** 2).sum(axis=1).argmax()
    return found
