"""Whatever was believed impossible is left out.

caught by: test_the_impossible_costs_infinitely_much
says: the symbols with q = 0 were left out
"""

import numpy as np


def kl_divergence(p, q):
    both = (p > 0) & (q > 0)
    ratio = np.divide(p, q, out=np.ones_like(p), where=both)
    return np.sum(p * np.log(ratio), axis=1)
