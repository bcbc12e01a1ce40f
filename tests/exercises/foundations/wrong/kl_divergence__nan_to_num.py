"""Whatever is not a number is made zero, the infinite included.

caught by: test_the_impossible_costs_infinitely_much
says: inf
"""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        terms = p * np.log(p / q)
    terms[~np.isfinite(terms)] = 0
    return terms.sum(axis=1)
