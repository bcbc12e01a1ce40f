"""The strengths are sums in float16, and overflow.

caught by: test_the_strongest_in_their_order
says: w[0, 0, 0, 0]
"""

import numpy as np


def prune_channels(w, b, w_next, keep):
    strength = np.abs(w).astype(np.float16).sum(axis=(1, 2, 3))
    kept = np.sort(np.argsort(strength)[len(w) - keep :])
    return w[kept], b[kept], w_next[:, kept]
