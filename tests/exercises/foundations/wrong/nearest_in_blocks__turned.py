"""The nearest of a for each of b.

caught by: test_more_points_in_a_than_in_b
says: for each point of b
"""

import numpy as np


def nearest(a, b):
    found = np.empty(len(b), dtype=int)
    for j in range(len(b)):
        found[j] = ((a - b[j]) ** 2).sum(axis=1).argmin()
    return found
