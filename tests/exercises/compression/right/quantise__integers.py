"""In 64-bit whole numbers, and NumPy's own numbers back."""

import numpy as np


def quantise(x: np.ndarray) -> tuple[np.ndarray, float, int]:
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255 or 1.0
    zero_point = np.int64(np.round(-128 - low / scale))
    q = np.rint(x / scale) + zero_point
    return (
        np.minimum(np.maximum(q, -128), 127).astype(np.int8),
        scale,
        zero_point,
    )


def dequantise(q: np.ndarray, scale: float, zero_point: int) -> np.ndarray:
    return scale * (q.astype(np.int64) - zero_point)
