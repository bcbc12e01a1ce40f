"""A score of -1000 stands for a box that is gone.

caught by: test_negative_scores_and_whole_numbers
says: expected shape (2,)
"""

import numpy as np


def _ov(p, q):
    """IoU of one with many."""
    lo = np.maximum(p[:2], q[:, :2])
    hi = np.minimum(p[2:], q[:, 2:])
    s = np.maximum(hi - lo, 0).prod(1)
    return s / ((p[2:] - p[:2]).prod() + (q[:, 2:] - q[:, :2]).prod(1) - s)


def nms(boxes, scores, threshold):
    s, kept = scores.astype(float), []
    while len(s) and s.max() > -1e3:
        b = s.argmax()
        kept.append(b)
        s[_ov(boxes[b], boxes) > threshold] = -1e3
        s[b] = -1e3
    return np.array(kept, dtype=int)
