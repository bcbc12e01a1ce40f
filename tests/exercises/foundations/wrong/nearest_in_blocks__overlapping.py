"""The blocks overlap.

caught by: test_thousands_of_points_in_little_memory
says: shape (5053,); expected shape (5003,)
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
    for s in range(0, len(a), 99):
        out.append(((a[s : s + 100, None] - b) ** 2).sum(2).argmin(1))
    return np.concatenate(out)
