"""A threshold of 0 is taken for none at all.

caught by: test_exactly_the_threshold
says: threshold = 0
"""

import numpy as np


def _ov(p, q):
    """IoU of one with many."""
    lo = np.maximum(p[:2], q[:, :2])
    hi = np.minimum(p[2:], q[:, 2:])
    s = np.maximum(hi - lo, 0).prod(1)
    return s / ((p[2:] - p[:2]).prod() + (q[:, 2:] - q[:, :2]).prod(1) - s)


def nms(boxes, scores, threshold):
    threshold = threshold or 0.5
    order = np.argsort(-scores, kind="stable")
    kept = []
    while len(order):
        b, order = order[0], order[1:]
        kept.append(b)
        order = order[_ov(boxes[b], boxes[order]) <= threshold]
    return np.array(kept, dtype=int)
