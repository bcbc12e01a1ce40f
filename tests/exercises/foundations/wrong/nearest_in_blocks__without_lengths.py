"""The lengths of the points of b are forgotten.

caught by: test_the_first_of_several
says: It returned [0, 0]
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
    for s in range(0, len(a), 1000):
        out.append((-2 * a[s : s + 1000] @ b.T).argmin(1))
    return np.concatenate(out)
