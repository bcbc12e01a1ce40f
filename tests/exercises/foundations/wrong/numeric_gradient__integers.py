"""Nudges are lost in an array of integers.

caught by: test_integers
says: the nudge was cut to whole numbers
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] = above[index] + step
        below[index] = below[index] - step
        slopes[index] = (f(above) - f(below)) / (2 * step)
    return slopes
