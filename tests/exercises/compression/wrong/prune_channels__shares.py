"""Keeps a view where all channels stay.

caught by: test_nothing_is_shared
says: shares memory
"""

import numpy as np


def prune_channels(
    w: np.ndarray, b: np.ndarray, w_next: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    strength = np.abs(w).sum(axis=(1, 2, 3))
    if keep == len(w):
        return w, b, w_next
    kept = np.sort(np.argsort(strength)[len(w) - keep :])
    return w[kept], b[kept], w_next[:, kept]
