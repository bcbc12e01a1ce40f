"""An array with nothing in it has no slopes to be stacked.

caught by: test_nothing_in_it_and_transposed
says: need at least one array to stack
"""

import numpy as np


def numeric_gradient(f, x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    x = np.array(x, dtype=np.float64)
    slopes = []
    for index in np.ndindex(x.shape):
        nudge = np.zeros_like(x)
        nudge[index] = step
        slopes.append((f(x + nudge) - f(x - nudge)) / (2 * step))
    return np.stack(slopes).reshape(x.shape)
