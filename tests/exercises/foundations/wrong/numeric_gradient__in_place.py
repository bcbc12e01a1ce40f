"""The caller's own array is nudged.

caught by: test_x_belongs_to_the_caller
says: x was no longer what it had been
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += step
        above = f(x)
        x[index] -= 2 * step
        below = f(x)
        x[index] += step
        slopes[index] = (above - below) / (2 * step)
    return slopes
