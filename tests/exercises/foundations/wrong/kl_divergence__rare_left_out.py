"""Rare symbols are left out of the sum.

caught by: test_the_rare_keeps_its_price
says: rare symbols were left out
"""

import numpy as np


def kl_divergence(p, q):
    both = (p > 1e-9) & (q > 1e-9)
    ratio = np.divide(p, q, out=np.ones_like(p), where=both)
    total = np.sum(p * np.log(ratio), axis=1)
    return np.where(np.any((p > 0) & (q == 0), axis=1), np.inf, total)
