"""The step has another default.

caught by: test_the_step_is_small_unless_said_otherwise
says: expected were 1e-05 up and 1e-05 down
"""

import numpy as np


def numeric_gradient(f, x, step=1e-3):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        u, d = x.copy(), x.copy()
        u[i] += step
        d[i] -= step
        out[i] = (f(u) - f(d)) / (2 * step)
    return out
