"""A search by halving, from what the bound itself gives; a NumPy integer."""

import numpy as np


def rows_needed(bound, count):
    def enough(n):
        return np.sqrt(np.log(20 * count) / (2 * n)) <= bound

    low, high = 0, 1
    while not enough(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return np.int64(high)
