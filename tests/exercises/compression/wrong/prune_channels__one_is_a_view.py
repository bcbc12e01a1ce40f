"""A single channel is a slice of what was given.

caught by: test_nothing_is_shared
says: With 1 of 6 channels kept
"""

import numpy as np


def prune_channels(w, b, w_next, keep):
    strength = np.abs(w).sum(axis=(1, 2, 3))
    kept = np.sort(np.argsort(strength)[len(w) - keep :])
    return (
        (w[kept], b[kept], w_next[:, kept])
        if keep > 1
        else (w[kept[0] : kept[0] + 1], b[kept], w_next[:, kept])
    )
