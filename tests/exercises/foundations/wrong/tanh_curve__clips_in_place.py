"""Large entries are clipped in the caller's own array.

caught by: test_x_is_untouched
says: Afterwards x was no longer what it had been
"""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    np.clip(x, -20, 20, out=x)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
