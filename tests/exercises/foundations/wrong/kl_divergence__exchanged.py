"""Truth and belief are exchanged.

caught by: test_several_rows
says: p and q are exchanged
"""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        return np.sum(q * np.log(q / p), axis=1)
