"""The last part takes the whole remainder.

caught by: test_ten_rows_in_four_parts
says: which differ by more than one
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    order, size = rng.permutation(n), n // k
    for i in range(k):
        end = n if i == k - 1 else (i + 1) * size
        valid = order[i * size : end]
        yield np.setdiff1d(order, valid), valid
