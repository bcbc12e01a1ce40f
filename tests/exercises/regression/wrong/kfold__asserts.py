"""An assertion refuses k.

caught by: test_a_k_that_makes_no_sense_is_refused
says: raised an AssertionError
"""

import numpy as np


def kfold(n, k, rng):
    assert 2 <= k <= n, f"k was {k}"
    parts = np.array_split(rng.permutation(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
