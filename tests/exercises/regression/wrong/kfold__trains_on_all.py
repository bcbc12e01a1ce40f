"""Training has all the rows.

caught by: test_ten_rows_in_four_parts
says: for training and for validation at once
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    order = rng.permutation(n)
    return [(order, valid) for valid in np.array_split(order, k)]
