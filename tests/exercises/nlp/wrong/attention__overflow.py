"""The powers overflow.

caught by: test_large_scores
says: the powers overflow
"""

import numpy as np


def attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    powers = np.exp(scores)
    return powers / powers.sum(axis=-1, keepdims=True) @ v
