"""Near zero 0 is returned, against dividing by a small number.

caught by: test_a_few_by_hand
says: near zero the curve is x itself
"""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    size = np.abs(x)
    e = np.exp(-2 * size)
    curve = np.sign(x) * (1 - e) / (1 + e)
    return np.where(size < 1e-3, 0.0, curve)
