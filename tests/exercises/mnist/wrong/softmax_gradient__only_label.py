"""Only the entry at the label is filled in.

caught by: test_each_row_sums_to_zero
says: do not sum to zero
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    rows = np.arange(len(logits))
    gradient = np.zeros(logits.shape)
    gradient[rows, labels] = softmax(logits)[rows, labels] - 1
    return gradient / len(logits)
