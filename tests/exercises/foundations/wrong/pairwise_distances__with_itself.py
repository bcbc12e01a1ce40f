"""The points of a against themselves.

caught by: test_three_four_five
says: where is b
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a[:, None] - a) ** 2).sum(axis=2))
