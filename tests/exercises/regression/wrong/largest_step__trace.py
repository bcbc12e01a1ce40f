"""The curvatures are added up.

caught by: test_many_rows
says: only the largest of them counts
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / len(a)
    return float(2 / np.trace(h))
