"""A step of its own in place of the one that was passed.

caught by: test_up_and_down_with_a_wide_step
says: the nudge was not the step that was passed
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += 1e-5
        below[index] -= 1e-5
        slopes[index] = (f(above) - f(below)) / 2e-5
    return slopes
