"""The differences are added up before they are squared.

caught by: test_three_four_five
says: It returned [[4], [1], [5]]
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt((a[:, None] - b).sum(-1) ** 2)
