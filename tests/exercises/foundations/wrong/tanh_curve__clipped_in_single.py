"""Clipped at 5, and computed in float32.

caught by: test_from_minus_ten_to_ten
says: x was clipped too early
"""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    x = np.clip(x, -5, 5).astype(np.float32)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
