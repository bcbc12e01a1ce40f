"""A p below 1e-9 is taken for never.

caught by: test_the_impossible_costs_infinitely_much
says: a small p was taken for zero
"""

import numpy as np


def kl_divergence(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    comes = p > 1e-9
    both = comes & (q > 0)
    ratio = np.divide(p, q, out=np.ones_like(p), where=both)
    total = np.sum(p * np.log(ratio), axis=1)
    return np.where(np.any(comes & (q == 0), axis=1), np.inf, total)
