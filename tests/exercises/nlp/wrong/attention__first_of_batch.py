"""Only the first of the batch is used.

caught by: test_any_axes_before_the_last_two
says: shape
"""

import numpy as np


def attention(q, k, v, mask=None):
    while q.ndim > 3:
        q, k, v = q[0], k[0], v[0]
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    largest = scores.max(axis=-1, keepdims=True)
    powers = np.exp(scores - np.where(np.isfinite(largest), largest, 0))
    total = powers.sum(axis=-1, keepdims=True)
    return powers / np.where(total > 0, total, 1) @ v
