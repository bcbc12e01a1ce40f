"""All entries are nudged together.

caught by: test_a_parabola_by_hand
says: you nudged all entries together
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    rise = f(x + step) - f(x - step)
    return np.full(x.shape, rise / (2 * step))
