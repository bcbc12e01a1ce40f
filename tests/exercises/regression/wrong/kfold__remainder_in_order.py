"""The rows of the remainder are not shuffled.

caught by: test_every_row_may_come_beside_every_other
says: Shuffle single rows
"""

import numpy as np


def kfold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError(f"k = {k}")
    size = n // k
    parts = list(rng.permutation(size * k).reshape(k, size))
    for i, row in enumerate(range(size * k, n)):
        parts[i] = np.append(parts[i], row)
    return [(np.setdiff1d(np.arange(n), p), p) for p in parts]
