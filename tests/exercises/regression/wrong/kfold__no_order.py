"""The order is never drawn.

caught by: test_each_call_has_an_order_of_its_own
says: is not drawn from the `rng`
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
