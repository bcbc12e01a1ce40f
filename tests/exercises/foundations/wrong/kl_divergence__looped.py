"""One row at a time.

caught by: test_without_loops
says: There is a comprehension in line
"""

import numpy as np


def kl_divergence(p, q):
    return np.array([one(a, b) for a, b in zip(p, q, strict=True)])


def one(p, q):
    comes = p > 0
    if (q[comes] == 0).any():
        return np.inf
    return np.sum(p[comes] * np.log(p[comes] / q[comes]))
