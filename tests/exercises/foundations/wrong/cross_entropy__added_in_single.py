"""A small number is added to the belief, all in float32.

caught by: test_the_rare_keeps_its_price
says: a small number was added to q
"""

import numpy as np


def cross_entropy(p, q):
    p, q = p.astype(np.float32), q.astype(np.float32)
    return -np.sum(p * np.log(q + np.float32(1e-8)))
