"""Every pair by itself, in plain Python."""

import numpy as np


def area(box):
    left, top, right, bottom = map(float, box)
    return max(right - left, 0) * max(bottom - top, 0)


def one(p, q):
    low = [max(float(p[k]), float(q[k])) for k in (0, 1)]
    high = [min(float(p[k]), float(q[k])) for k in (2, 3)]
    shared = area(low + high)
    return shared / (area(p) + area(q) - shared) if shared else 0.0


def iou(a, b):
    table = [[one(p, q) for q in b] for p in a]
    return np.array(table).reshape(len(a), len(b))
