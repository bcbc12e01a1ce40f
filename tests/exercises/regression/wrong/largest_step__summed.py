"""The loss is taken as a sum.

caught by: test_many_rows
says: divide by their number n
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a
    return float(2 / np.linalg.eigvalsh(h)[-1])
