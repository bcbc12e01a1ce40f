"""One maximum for all rows.

caught by: test_large_scores
says: each row's own
"""

import numpy as np


def attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    largest = scores.max()
    powers = np.exp(scores - (largest if np.isfinite(largest) else 0))
    return powers / powers.sum(axis=-1, keepdims=True) @ v
