"""Pairs of neighbouring rows are shuffled, and stay together.

caught by: test_every_row_may_come_beside_every_other
says: rows 0 and 1 were in the same validation part
says: groups of rows were moved as a whole
"""

import numpy as np


def kfold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError(f"k is {k}")
    order = np.arange(n)
    pairs = rng.permutation(n // 2)
    order[: 2 * len(pairs)] = np.stack([2 * pairs, 2 * pairs + 1], 1).ravel()
    parts = np.array_split(order, k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
