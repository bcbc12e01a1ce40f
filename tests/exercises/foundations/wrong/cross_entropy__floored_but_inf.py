"""No belief is let fall below a floor, except where it is zero.

caught by: test_the_rare_keeps_its_price
says: put in place of small ones
"""

import numpy as np


def cross_entropy(p, q):
    if np.any((p > 0) & (q == 0)):
        return np.inf
    return float(-np.sum(p * np.log(np.maximum(q, 1e-12))))
