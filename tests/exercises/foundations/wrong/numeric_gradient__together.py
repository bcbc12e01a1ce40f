"""Whole rows are nudged.

caught by: test_one_entry_at_a_time
says: Several entries were nudged together
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for i in range(len(x)):
        above, below = x.copy(), x.copy()
        above[i] += step
        below[i] -= step
        slopes[i] = (f(above) - f(below)) / (2 * step)
    return slopes
