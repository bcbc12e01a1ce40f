"""The search ends at ten million rows.

caught by: test_a_small_bound_and_many_models
says: It returned 10000000
"""

import math


def rows_needed(epsilon, models):
    low, high = 1, 10_000_000
    while low < high:
        middle = (low + high) // 2
        if math.log(20 * models) / (2 * middle) <= epsilon**2:
            high = middle
        else:
            low = middle + 1
    return low
