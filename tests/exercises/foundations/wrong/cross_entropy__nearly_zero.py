"""What is nearly zero is taken for zero.

caught by: test_the_rare_keeps_its_price
says: a small q was taken for zero
"""

import numpy as np


def cross_entropy(p, q):
    comes = p > 0
    if np.isclose(q[comes], 0).any():
        return float("inf")
    return float(-np.sum(p[comes] * np.log(q[comes])))
