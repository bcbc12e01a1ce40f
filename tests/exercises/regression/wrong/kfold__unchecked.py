"""A k that makes no sense is accepted.

caught by: test_a_k_that_makes_no_sense_is_refused
says: raised no ValueError
"""

import numpy as np


def kfold(n, k, rng):
    fold = rng.permutation(np.arange(n) % max(k, 1))
    return [
        (np.flatnonzero(fold != i), np.flatnonzero(fold == i))
        for i in range(k)
    ]
