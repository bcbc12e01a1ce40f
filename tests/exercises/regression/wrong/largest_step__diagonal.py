"""Only the axes are looked at.

caught by: test_many_rows
says: may lie between the axes
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / len(a)
    return float(2 / np.diag(h).max())
