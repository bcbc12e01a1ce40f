"""The range is not widened.

caught by: test_the_range_always_holds_zero
says: the range was not widened
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    low, high = float(x.min()), float(x.max())
    scale = (high - low) / 255 or 1.0
    zero_point = round(-128 - low / scale)
    q = np.rint(x / scale) + zero_point
    return np.clip(q, -128, 127).astype(np.int8), scale, zero_point


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    return scale * (q.astype(float) - zero_point)
