"""The distances come back, and not the places.

caught by: test_two_and_three_points
says: numbers of type float64; expected int64
says: these are the distances
"""

import numpy as np


def in_blocks(a, b, block=100, pick=np.argmin, power=2, dtype=float):
    out = []
    for s in range(0, len(a), block):
        d = (
            np.abs(a[s : s + block, None].astype(dtype) - b.astype(dtype))
            ** power
        ).sum(2)
        out.append(pick(d, axis=1))
    return np.concatenate(out)


def nearest(a, b):
    out = []
    for s in range(0, len(a), 100):
        out.append(np.sqrt(((a[s : s + 100, None] - b) ** 2).sum(2)).min(1))
    return np.concatenate(out)
