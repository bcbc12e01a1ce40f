"""Row by row.

caught by: test_with_numpy_and_without_loops
says: There is a comprehension in line
"""

import numpy as np


def pairwise_distances(a, b):
    rows = [np.sqrt(((p - b) ** 2).sum(axis=1)) for p in a]
    return np.array(rows)
