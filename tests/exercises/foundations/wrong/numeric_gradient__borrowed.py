"""The caller's array is nudged, and put right exactly.

caught by: test_x_belongs_to_the_caller
says: While f ran, x itself was changed
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + step
        above = f(x)
        x[index] = kept - step
        below = f(x)
        x[index] = kept
        slopes[index] = (above - below) / (2 * step)
    return slopes
