"""As many parts as rows are refused.

caught by: test_a_k_that_makes_no_sense_is_refused
says: As many parts as rows are allowed
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k >= n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    parts = np.array_split(rng.permutation(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
