"""Blocks of b, of which the later one wins.

caught by: test_the_first_of_several
says: It returned [2, 3]; expected was [1, 1]
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
    for s in range(0, len(b), 2):
        d = np.array([((a - q) ** 2).sum(1) for q in b[s : s + 2]]).T
        k = d.argmin(1)
        v = d[np.arange(len(a)), k]
        better = v <= best
        out[better] = k[better] + s
        best = np.minimum(best, v)
    return out
