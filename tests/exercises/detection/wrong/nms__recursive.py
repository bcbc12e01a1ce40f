"""It calls itself for each box that is kept.

caught by: test_thousands_that_share_nothing
says: A function that calls itself
"""

import numpy as np


def _ov(p, q):
    """IoU of one with many."""
    lo = np.maximum(p[:2], q[:, :2])
    hi = np.minimum(p[2:], q[:, 2:])
    s = np.maximum(hi - lo, 0).prod(1)
    return s / ((p[2:] - p[:2]).prod() + (q[:, 2:] - q[:, :2]).prod(1) - s)


def nms(boxes, scores, threshold):
    def go(order):
        if not len(order):
            return []
        b, rest = order[0], order[1:]
        return [b, *go(rest[_ov(boxes[b], boxes[rest]) <= threshold])]

    return np.array(go(np.argsort(-scores, kind="stable")), dtype=int)
