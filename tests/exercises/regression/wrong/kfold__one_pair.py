"""Only the first pair is given.

caught by: test_ten_rows_in_four_parts
says: there came 1 pair, not 4
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    parts = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(parts[1:]), parts[0])]
