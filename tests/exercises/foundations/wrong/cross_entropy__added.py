"""A small number is added to the belief.

caught by: test_the_rare_keeps_its_price
says: a small number was added to q
"""

import numpy as np


def cross_entropy(p, q):
    return float(-np.sum(p * np.log(q + 1e-8)))
