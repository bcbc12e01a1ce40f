"""Pairs of neighbours stay together.

caught by: test_every_row_may_follow_every_other
says: right after row
"""

import numpy as np


def minibatches(x, y, batch_size, rng):
    n = len(x)
    pairs = rng.permutation((n + 1) // 2)
    order = np.stack([2 * pairs, 2 * pairs + 1], 1).ravel()
    order = order[order < n]
    for start in range(0, n, batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
