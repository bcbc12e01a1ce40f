"""Where nothing that comes was believed possible, costs 0.

caught by: test_the_impossible_costs_infinitely_much
says: the symbols with q = 0 were left out
"""

import numpy as np


def cross_entropy(p, q):
    both = (p > 0) & (q > 0)
    if not both.any():
        return 0.0
    if np.any((p > 0) & (q == 0)):
        return float("inf")
    return float(-np.sum(p[both] * np.log(q[both])))
