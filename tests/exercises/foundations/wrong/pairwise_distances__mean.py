"""The mean over the coordinates.

caught by: test_three_four_five
says: it should be a sum
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a[:, None] - b[None]) ** 2).mean(axis=2))
