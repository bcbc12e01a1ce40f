"""Clipped, with the impossible put right at the end.

caught by: test_the_rare_keeps_its_price
says: a small number was added to q, or put in place of small ones
"""

import numpy as np


def kl_divergence(p, q):
    ratio = np.clip(p, 1e-12, 1) / np.clip(q, 1e-12, 1)
    total = np.sum(p * np.log(ratio), axis=1)
    return np.where(np.any((p > 0) & (q == 0), axis=1), np.inf, total)
