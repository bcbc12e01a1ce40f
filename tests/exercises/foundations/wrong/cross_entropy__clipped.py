"""The belief is clipped, so that the impossible has a finite price.

caught by: test_the_impossible_costs_infinitely_much
says: something was put in place of the zero in q
"""

import numpy as np


def cross_entropy(p, q):
    return float(-np.sum(p * np.log(np.clip(q, 1e-12, 1))))
