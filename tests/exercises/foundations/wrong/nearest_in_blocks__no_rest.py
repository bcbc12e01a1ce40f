"""Only whole blocks, and those are long.

caught by: test_thousands_of_points_in_little_memory
says: some rows were left out
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
    block = 500
    out = np.zeros(len(a), int)
    for k in range(len(a) // block):
        s = slice(k * block, (k + 1) * block)
        out[s] = in_blocks(a[s], b)
    return out
