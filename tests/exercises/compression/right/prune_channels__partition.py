"""By partition, with delete."""

import numpy as np


def prune_channels(
    w: np.ndarray, b: np.ndarray, w_next: np.ndarray, keep: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    strength = np.linalg.norm(w.reshape(len(w), -1), ord=1, axis=1)
    kept = np.setdiff1d(
        np.arange(len(w)), np.argsort(strength)[: len(w) - keep]
    )
    return w[kept], b[kept], w_next[:, kept]
