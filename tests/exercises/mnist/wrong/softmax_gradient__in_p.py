"""The slope stops at the probability.

caught by: test_one_row_by_hand
says: One step back, through the softmax
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    n = len(logits)
    rows = np.arange(n)
    gradient = np.zeros(logits.shape)
    gradient[rows, labels] = -1 / softmax(logits)[rows, labels]
    return gradient / n
