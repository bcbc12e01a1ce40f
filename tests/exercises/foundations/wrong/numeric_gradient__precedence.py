"""Divided by 2, then multiplied by the step.

caught by: test_a_parabola_by_hand
says: then *multiplies* by step
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += step
        below[index] -= step
        slopes[index] = (f(above) - f(below)) / 2 * step
    return slopes
