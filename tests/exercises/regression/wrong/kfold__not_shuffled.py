"""The rows are cut in the order they come in.

caught by: test_the_rows_are_shuffled
says: Shuffle the rows before you cut
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    parts = np.array_split(np.arange(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
