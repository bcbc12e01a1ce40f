"""The last pixel belongs to the box.

caught by: test_pairs_by_hand
says: from 2 to 5 is a width of 3
"""

import numpy as np


def iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    begin = np.maximum(a[..., :2], b[..., :2])
    end = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum(end - begin + 1, 0).prod(axis=-1)
    area = [(box[..., 2:] - box[..., :2] + 1).prod(axis=-1) for box in (a, b)]
    return shared / (area[0] + area[1] - shared)
