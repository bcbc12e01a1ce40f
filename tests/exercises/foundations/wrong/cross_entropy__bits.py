"""The logarithm is to base 2.

caught by: test_two_symbols_by_hand
says: you took the logarithm to base 2
"""

import numpy as np


def cross_entropy(p, q):
    comes = p > 0
    if (q[comes] == 0).any():
        return float("inf")
    return float(-np.sum(p[comes] * np.log2(q[comes])))
