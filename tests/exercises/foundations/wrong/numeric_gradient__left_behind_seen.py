"""Nudges are never taken back; this is seen in what f is given, too.

caught by: test_one_entry_at_a_time
says: It seems that earlier nudges were still there
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += step
        above = f(x)
        x[index] -= 2 * step
        below = f(x)
        slopes[index] = (above - below) / (2 * step)
    return slopes
