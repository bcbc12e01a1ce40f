"""The result has the type of x.

caught by: test_integers
says: It returned numbers of type int64; expected float64
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    v = np.array(x, dtype=float)
    out = np.zeros(v.shape, x.dtype)
    for i in np.ndindex(v.shape):
        e = np.zeros_like(v)
        e[i] = step
        out[i] = (f(v + e) - f(v - e)) / (2 * step)
    return out
