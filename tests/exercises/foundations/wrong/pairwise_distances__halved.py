"""The sum is halved, which for two coordinates is the mean.

caught by: test_three_four_five
says: It returned
says: 2.8284
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a[:, None] - b) ** 2).sum(-1) / 2)
