"""Truth and belief are exchanged.

caught by: test_more_symbols
says: p and q are exchanged
"""

import numpy as np


def cross_entropy(p, q):
    return float(-np.sum(q * np.log(p)))
