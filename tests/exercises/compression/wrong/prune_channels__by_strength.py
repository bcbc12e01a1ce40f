"""Sorted by strength.

caught by: test_the_strongest_in_their_order
says: in the order of their strength
"""

import numpy as np


def prune_channels(
    w: np.ndarray, b: np.ndarray, w_next: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    strength = np.abs(w).sum(axis=(1, 2, 3))
    kept = np.argsort(strength)[::-1][:keep]
    return w[kept], b[kept], w_next[:, kept]
