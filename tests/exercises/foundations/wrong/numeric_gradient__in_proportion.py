"""The nudge is a share of the entry.

caught by: test_a_parabola_by_hand
says: It returned [18, 2]
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        u, d = x.copy(), x.copy()
        u[i] *= 1 + step
        d[i] *= 1 - step
        out[i] = (f(u) - f(d)) / (2 * step)
    return out
