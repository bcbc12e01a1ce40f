"""Only nudged upwards.

caught by: test_up_and_down_with_a_wide_step
says: Nudge down as well as up
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above = x.copy()
        above[index] += step
        slopes[index] = (f(above) - f(x)) / step
    return slopes
