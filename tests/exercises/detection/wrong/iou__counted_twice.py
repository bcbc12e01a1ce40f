"""What both hold is counted twice.

caught by: test_pairs_by_hand
says: subtract it once
"""

import numpy as np


def iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    begin = np.maximum(a[..., :2], b[..., :2])
    end = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum(end - begin, 0).prod(axis=-1)
    area = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    union = area[0] + area[1]
    return shared / np.where(union > 0, union, 1)
