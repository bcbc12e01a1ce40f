"""The mean of nothing.

caught by: test_no_word_at_all
says: the mean of nothing
"""

import numpy as np


def masked_loss(logits, y):
    z, labels = logits[y >= 0], y[y >= 0]
    z = z - z.max(axis=1, keepdims=True, initial=-1e30)
    right = z[np.arange(len(z)), labels]
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - right))


def masked_gradient(logits, y):
    gradient = np.zeros(logits.shape)
    z, labels = logits[y >= 0], y[y >= 0]
    if len(labels) == 0:
        return gradient
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    gradient[y >= 0] = p / len(p)
    return gradient
