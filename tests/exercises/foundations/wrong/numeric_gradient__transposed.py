"""Of a transposed x, ravel gives a copy, and no nudge arrives.

caught by: test_nothing_in_it_and_transposed
says: expected was
"""

import numpy as np


def numeric_gradient(f, x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros(x.size)
    for i in range(x.size):
        above, below = np.array(x), np.array(x)
        above.ravel()[i] += step
        below.ravel()[i] -= step
        slopes[i] = (f(above) - f(below)) / (2 * step)
    return slopes.reshape(x.shape)
