"""Scores beyond 1e15 are all alike.

caught by: test_large_scores
says: expected was [[1, -2]]
"""

import numpy as np


def attention(q, k, v, mask=None):
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    s = np.clip(s, -1e15, 1e15)
    if mask is not None:
        s = np.where(mask, s, -np.inf)
    lowest = np.finfo(s.dtype).min
    p = np.exp(s - s.max(-1, keepdims=True, initial=lowest))
    return p @ v / np.maximum(p.sum(-1, keepdims=True), 1)
