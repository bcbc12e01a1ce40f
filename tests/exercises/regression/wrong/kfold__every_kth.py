"""Every k-th row, unshuffled.

caught by: test_the_rows_are_shuffled
says: at even distances
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    fold = np.arange(n) % k
    return [
        (np.flatnonzero(fold != i), np.flatnonzero(fold == i))
        for i in range(k)
    ]
