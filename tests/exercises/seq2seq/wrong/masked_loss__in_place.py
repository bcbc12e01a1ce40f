"""The caller's logits are shifted.

caught by: test_the_arrays_that_came_in_are_untouched
says: works in place
"""

import numpy as np


def masked_loss(logits, y):
    labels = y[y >= 0]
    if len(labels) == 0:
        return 0.0
    logits[y < 0] = 0
    logits -= logits.max(axis=2, keepdims=True)
    z = logits[y >= 0]
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
