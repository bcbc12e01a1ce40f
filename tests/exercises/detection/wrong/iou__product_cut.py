"""The product is cut off at zero, not the sides.

caught by: test_boxes_that_share_nothing
says: before you multiply
"""

import numpy as np


def iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    begin = np.maximum(a[..., :2], b[..., :2])
    end = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum((end - begin).prod(axis=-1), 0)
    area = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    union = area[0] + area[1] - shared
    return shared / np.where(union > 0, union, 1)
