"""Half a step up and half a step down.

caught by: test_the_step_is_small_unless_said_otherwise
says: expected were 1e-05 up and 1e-05 down
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = step / 2
        out[i] = (f(x + e) - f(x - e)) / step
    return out
