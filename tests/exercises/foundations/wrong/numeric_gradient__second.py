"""The second slope in place of the first.

caught by: test_a_parabola_by_hand
says: It returned [2, 2]
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = step
        out[i] = (f(x + e) - 2 * f(x) + f(x - e)) / step**2
    return out
