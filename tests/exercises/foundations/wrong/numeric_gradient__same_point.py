"""Both points are the upper one.

caught by: test_everything_is_in_double_precision
says: as if f had seen the same point twice
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += step
        below[index] += step
        slopes[index] = (f(above) - f(below)) / (2 * step)
    return slopes
