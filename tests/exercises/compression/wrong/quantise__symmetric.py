"""As if the zero point were always 0.

caught by: test_numbers_on_both_sides_of_zero
says: as if the zero point were always 0
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = max(-low, high) / 127 or 1.0
    zero_point = 0
    q = np.rint(x / scale) + zero_point
    return np.clip(q, -128, 127).astype(np.int8), scale, zero_point


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    return scale * (q.astype(float) - zero_point)
