"""From 0 to 255.

caught by: test_numbers_on_both_sides_of_zero
says: run from 0 to 255
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255 or 1.0
    zero_point = round(-low / scale)
    q = np.rint(x / scale) + zero_point
    return np.clip(q, 0, 255).astype(np.uint8), scale, zero_point


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    return scale * (q.astype(float) - zero_point)
