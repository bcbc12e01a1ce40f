"""The slopes are rounded to eight decimals.

caught by: test_small_slopes_large_slopes_and_many
says: expected was
"""

import numpy as np


def numeric_gradient(f, x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += step
        below[index] -= step
        slopes[index] = (f(above) - f(below)) / (2 * step)
    return np.round(slopes, 8)
