"""Floats are made of uint8 alone; the other whole numbers wrap around.

caught by: test_whole_numbers_of_any_type
says: whatever their type
"""

import numpy as np


def iou(a, b):
    if a.dtype == np.uint8:
        a = a.astype(float)
    if b.dtype == np.uint8:
        b = b.astype(float)
    lo = np.maximum(a[:, None, :2], b[None, :, :2])
    hi = np.minimum(a[:, None, 2:], b[None, :, 2:])
    s = np.maximum(hi - lo, 0).prod(-1)
    of_a = (a[:, 2:] - a[:, :2]).prod(-1)
    of_b = (b[:, 2:] - b[:, :2]).prod(-1)
    u = of_a[:, None] + of_b[None] - s
    return np.where(u > 0, s / np.where(u > 0, u, 1), 0.0)
