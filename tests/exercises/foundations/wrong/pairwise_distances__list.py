"""A list of lists comes back.

caught by: test_three_four_five
says: It returned a list; expected a NumPy array of shape (3, 1)
"""

import numpy as np


def pairwise_distances(a, b):
    return np.sqrt(((a[:, None] - b) ** 2).sum(-1)).tolist()
