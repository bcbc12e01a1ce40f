"""The mask comes after softmax.

caught by: test_a_mask_hides_keys
says: do not add up to one
"""

import numpy as np


def attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    largest = scores.max(axis=-1, keepdims=True)
    powers = np.exp(scores - largest)
    weights = powers / powers.sum(axis=-1, keepdims=True)
    if mask is not None:
        weights = weights * mask
    return weights @ v
