"""What is nearly zero is taken for zero.

caught by: test_the_rare_keeps_its_price
says: a small q was taken for zero
"""

import numpy as np


def kl_divergence(p, q):
    comes, possible = p > 0, ~np.isclose(q, 0)
    ratio = np.divide(p, q, out=np.ones_like(p), where=comes & possible)
    total = np.sum(p * np.log(ratio), axis=1)
    return np.where(np.any(comes & ~possible, axis=1), np.inf, total)
