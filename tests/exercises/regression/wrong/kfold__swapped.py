"""Training and validation are exchanged.

caught by: test_ten_rows_in_four_parts
says: The pair is (train, valid)
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    parts = np.array_split(rng.permutation(n), k)
    return [
        (parts[i], np.concatenate(parts[:i] + parts[i + 1 :]))
        for i in range(k)
    ]
