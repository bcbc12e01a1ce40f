"""The result is returned within the loop.

caught by: test_a_parabola_by_hand
says: It returned [6, 0]; expected was [6, -2]
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = step
        out[i] = (f(x + e) - f(x - e)) / (2 * step)
        return out
    return None
