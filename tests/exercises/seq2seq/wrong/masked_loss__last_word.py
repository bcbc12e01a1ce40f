"""Padding is taken for the last word.

caught by: test_padding_does_not_count
says: means the last word
"""

import numpy as np


def masked_loss(logits, y):
    z, labels = logits[y >= -1], y[y >= -1]
    if len(labels) == 0:
        return 0.0
    z = z - z.max(axis=1, keepdims=True)
    right = z[np.arange(len(z)), labels]
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - right))


def masked_gradient(logits, y):
    gradient = np.zeros(logits.shape)
    z, labels = logits[y >= -1], y[y >= -1]
    if len(labels) == 0:
        return gradient
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    gradient[y >= -1] = p / len(p)
    return gradient
