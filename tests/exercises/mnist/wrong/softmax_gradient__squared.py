"""The slope of the squared error.

caught by: test_one_row_by_hand
says: this is the slope of the squared error
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    p = softmax(logits)
    miss = p - np.eye(logits.shape[1])[labels]
    inner = (p * miss).sum(axis=1, keepdims=True)
    return 2 * p * (miss - inner) / len(logits)
