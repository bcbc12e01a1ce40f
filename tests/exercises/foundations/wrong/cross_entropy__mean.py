"""The mean is taken over the symbols: a loss averaged over the wrong axis.

caught by: test_two_symbols_by_hand
says: you took the mean over the symbols
"""

import numpy as np


def cross_entropy(p, q):
    comes = p > 0
    if (q[comes] == 0).any():
        return float("inf")
    return float(-np.mean(p[comes] * np.log(q[comes])))
