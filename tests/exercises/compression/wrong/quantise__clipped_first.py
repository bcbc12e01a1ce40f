"""Numbers beyond a million are cut off first.

caught by: test_numbers_on_both_sides_of_zero
says: with the scale
"""

import numpy as np


def quantise(x):
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    x = np.clip(x, -1e6, 1e6)
    scale = (high - low) / 255 or 1.0
    zero_point = round(-128 - low / scale)
    q = np.rint(x / scale) + zero_point
    return np.clip(q, -128, 127).astype(np.int8), scale, zero_point


def dequantise(q, scale, zero_point):
    return scale * (q.astype(float) - zero_point)
