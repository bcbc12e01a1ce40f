"""Hidden scores become −1e9, and empty rows zeros.

caught by: test_large_scores
says: lower than what hides the others
"""

import numpy as np


def attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    means = powers / powers.sum(axis=-1, keepdims=True) @ v
    if mask is None:
        return means
    return means * mask.any(axis=-1, keepdims=True)
