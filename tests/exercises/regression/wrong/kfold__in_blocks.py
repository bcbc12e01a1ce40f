"""Rows are shuffled within blocks of 500.

caught by: test_many_rows
says: and not in blocks
"""

import numpy as np


def kfold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError(f"k = {k}")
    order = np.arange(n)
    for start in range(0, n, 500):
        rng.shuffle(order[start : start + 500])
    parts = np.array_split(order, k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
