"""A small number is added to both.

caught by: test_the_rare_keeps_its_price
says: a small number was added to q
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum(p * np.log((p + 1e-7) / (q + 1e-7)), axis=1)
