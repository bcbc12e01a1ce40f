"""Hidden scores become −1e30, and empty rows zeros.

caught by: test_large_scores
says: expected was [[1, -2]]
"""

import numpy as np


def attention(q, k, v, mask=None):
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        s = np.where(mask, s, -1e30)
    p = np.exp(s - s.max(-1, keepdims=True))
    p = p / p.sum(-1, keepdims=True)
    if mask is not None:
        p = p * mask
    return p @ v
