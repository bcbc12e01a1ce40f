"""The belief is not used.

caught by: test_two_symbols_by_hand
says: this is the entropy of p alone
"""

import numpy as np


def cross_entropy(p, q):
    return float(-np.sum(p * np.log(p)))
