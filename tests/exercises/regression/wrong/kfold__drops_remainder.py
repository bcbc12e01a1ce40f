"""The remainder is in no validation part.

caught by: test_ten_rows_in_four_parts
says: the remainder was dropped
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    order, size = rng.permutation(n), n // k
    for i in range(k):
        valid = order[i * size : (i + 1) * size]
        yield np.setdiff1d(order, valid), valid
