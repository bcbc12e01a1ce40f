"""A factor 2, as in the squared error.

caught by: test_one_row_by_hand
says: no factor 2
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    one_hot = np.eye(logits.shape[1])[labels]
    return 2 * (softmax(logits) - one_hot) / len(logits)
