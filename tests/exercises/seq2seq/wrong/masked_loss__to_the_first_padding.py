"""Only what stands before the first padding counts.

caught by: test_padding_anywhere_and_whole_sentences_of_it
says: expected was
"""

import numpy as np


def words(logits, y):
    kept = np.cumprod(y >= 0, axis=1) == 1
    return logits[kept], y[kept], kept


def masked_loss(logits, y):
    z, labels, _ = words(logits, y)
    if len(labels) == 0:
        return 0.0
    z = z - z.max(axis=1, keepdims=True)
    right = z[np.arange(len(z)), labels]
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - right))


def masked_gradient(logits, y):
    gradient = np.zeros(logits.shape)
    z, labels, kept = words(logits, y)
    if len(labels) == 0:
        return gradient
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    gradient[kept] = p / len(p)
    return gradient
