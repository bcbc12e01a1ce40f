"""The order is drawn from the global generator.

caught by: test_the_order_comes_from_the_generator
says: NumPy's global generator
"""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k is {k}; expected 2 to {n}")
    parts = np.array_split(np.random.permutation(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
