"""Log with where= but without out= leaves whatever lay there.

caught by: test_what_never_comes_costs_nothing
says: It returned nan
"""

import numpy as np


def cross_entropy(p, q):
    if np.any(q[p > 0] == 0):
        return float("inf")
    return float(-np.sum(p * np.log(q, where=q > 0)))
