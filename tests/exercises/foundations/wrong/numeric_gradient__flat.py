"""The result is a flat list.

caught by: test_up_and_down_with_a_wide_step
says: returned an array of shape (6,)
"""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    slopes = []
    for index in np.ndindex(x.shape):
        nudge = np.zeros(x.shape)
        nudge[index] = step
        slopes.append((f(x + nudge) - f(x - nudge)) / (2 * step))
    return np.array(slopes)
