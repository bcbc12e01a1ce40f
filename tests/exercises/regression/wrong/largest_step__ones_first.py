"""Power iteration from ones, at right angles to the steepest.

caught by: test_columns_that_depend_on_each_other
says: the bound, it returned 1;
"""

import numpy as np


def largest_step(x):
    a = np.column_stack([x, np.ones(len(x))])
    h = 2 * a.T @ a / len(a)
    v = np.ones(len(h))
    for _ in range(5000):
        v = h @ v
        v = v / np.linalg.norm(v)
    return float(2 / (v @ h @ v))
