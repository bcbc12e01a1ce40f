"""A p below 1e-9 is taken for never.

caught by: test_the_impossible_costs_infinitely_much
says: a small p was taken for zero
"""

import numpy as np


def cross_entropy(p: np.ndarray, q: np.ndarray) -> float:
    comes = p > 1e-9
    if (q[comes] == 0).any():
        return float("inf")
    return float(-np.sum(p[comes] * np.log(q[comes])))
