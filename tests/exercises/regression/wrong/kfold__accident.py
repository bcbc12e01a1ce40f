"""A k of 1 is refused by an accident further down.

caught by: test_a_k_that_makes_no_sense_is_refused
says: It should say which k it refuses, here 1
"""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError(f"k is {k}; expected at most {n}")
    parts = np.array_split(rng.permutation(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
