"""Adds up with signs.

caught by: test_the_strongest_in_their_order
says: large ones of both signs cancel
"""

import numpy as np


def prune_channels(
    w: np.ndarray, b: np.ndarray, w_next: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    strength = w.sum(axis=(1, 2, 3))
    kept = np.sort(np.argsort(strength)[len(w) - keep :])
    return w[kept], b[kept], w_next[:, kept]
