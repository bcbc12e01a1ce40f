"""Both are clipped, so that the impossible has a finite price.

caught by: test_the_impossible_costs_infinitely_much
says: something was put in place of the zeros in q
"""

import numpy as np


def kl_divergence(p, q):
    p, q = np.clip(p, 1e-12, 1), np.clip(q, 1e-12, 1)
    return np.sum(p * np.log(p / q), axis=1)
