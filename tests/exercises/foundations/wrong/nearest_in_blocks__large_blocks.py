"""Blocks, and still too large.

caught by: test_thousands_of_points_in_little_memory
says: 100 are allowed
says: Take fewer rows
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
    return in_blocks(a, b, block=2000)
