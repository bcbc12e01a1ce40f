"""The entropy is not subtracted.

caught by: test_one_row_by_hand
says: this is the cross-entropy
"""

import numpy as np


def kl_divergence(p, q):
    return -np.sum(p * np.log(q), axis=1)
