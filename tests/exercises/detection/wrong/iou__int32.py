"""Whole numbers become int32, whose products wrap around as well.

caught by: test_whole_numbers_of_any_type
says: wrap around
"""

import numpy as np


def iou(a, b):
    if a.dtype.kind in "iu":
        a, b = a.astype(np.int32), b.astype(np.int32)
    lo = np.maximum(a[:, None, :2], b[None, :, :2])
    hi = np.minimum(a[:, None, 2:], b[None, :, 2:])
    side = np.maximum(hi - lo, 0)
    s = side[..., 0] * side[..., 1]
    of_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    of_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    u = of_a[:, None] + of_b[None] - s
    return np.where(u > 0, s / np.where(u > 0, u, 1), 0.0)
