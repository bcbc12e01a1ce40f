"""Divided by the number of columns.

caught by: test_many_rows
says: the mean runs over the rows
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / a.shape[1]
    return float(2 / np.linalg.eigvalsh(h)[-1])
