"""Blocks of b, and the place within the block.

caught by: test_many_points_in_b
says: expected was [26560
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
    best = np.full(len(a), np.inf)
    out = np.zeros(len(a), int)
    for s in range(0, len(b), 50):
        d = ((a[:, None] - b[s : s + 50]) ** 2).sum(2)
        k = d.argmin(1)
        v = d[np.arange(len(a)), k]
        better = v < best
        out[better] = k[better]
        best = np.minimum(best, v)
    return out
