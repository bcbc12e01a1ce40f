"""The best rate, not the largest.

caught by: test_many_rows
says: this is the best rate
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    ends = np.linalg.eigvalsh(2 * a.T @ a / len(a))[[0, -1]]
    return float(2 / ends.sum())
