"""The result is rounded.

caught by: test_two_symbols_by_hand
says: returned 0.8149; expected was 0.814924
"""

import numpy as np


def cross_entropy(p, q):
    comes = p > 0
    if np.any(q[comes] == 0):
        return float("inf")
    return round(float(-np.sum(p[comes] * np.log(q[comes]))), 4)
