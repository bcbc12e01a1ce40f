"""Infinity becomes the largest number there is.

caught by: test_the_impossible_costs_infinitely_much
says: inf was replaced by the largest number
"""

import numpy as np


def cross_entropy(p, q):
    with np.errstate(all="ignore"):
        return float(-np.nan_to_num(p * np.log(q)).sum())
