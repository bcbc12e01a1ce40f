"""Turned into int8 without being cut off.

caught by: test_what_lies_at_the_edge_is_cut_off
says: 128 becomes −128
"""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255 or 1.0
    zero_point = round(-128 - low / scale)
    q = np.rint(x / scale) + zero_point
    return q.astype(np.int64).astype(np.int8), scale, zero_point


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    return scale * (q.astype(float) - zero_point)
