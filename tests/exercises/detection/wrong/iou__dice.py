"""Twice the shared area by the sum of both.

caught by: test_pairs_by_hand
says: the Dice score
"""

import numpy as np


def iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    begin = np.maximum(a[..., :2], b[..., :2])
    end = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum(end - begin, 0).prod(axis=-1)
    area = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    both = area[0] + area[1]
    return 2 * shared / np.where(both > 0, both, 1)
