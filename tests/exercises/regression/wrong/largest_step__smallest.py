"""The smallest curvature instead of the largest.

caught by: test_many_rows
says: you took the smallest curvature
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / len(a)
    return float(2 / np.linalg.eigvalsh(h)[0])
