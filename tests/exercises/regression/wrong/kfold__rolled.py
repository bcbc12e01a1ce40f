"""All pairs are views of one array, which rolls on.

caught by: test_ten_rows_in_four_parts
says: in more than one validation part
"""

import numpy as np


def kfold(n, k, rng):
    if not 2 <= k <= n:
        raise ValueError(f"k = {k}")
    order = rng.permutation(n)
    for i in range(k):
        size = n // k + (i < n % k)
        yield order[size:], order[:size]
        order[:] = np.roll(order, -size)
