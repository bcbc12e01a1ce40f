"""Above and below are two names of one array.

caught by: test_a_parabola_by_hand
says: as if f had seen the same point twice
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        above = below = x.copy()
        above[i] += step
        below[i] -= step
        out[i] = (f(above) - f(below)) / (2 * step)
    return out
