"""Entries that are zero are skipped.

caught by: test_the_step_is_small_unless_said_otherwise
says: Without a step, it looked at
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in map(tuple, np.argwhere(x)):
        e = np.zeros_like(x)
        e[i] = step
        out[i] = (f(x + e) - f(x - e)) / (2 * step)
    return out
