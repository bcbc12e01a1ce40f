"""The gradient has the probabilities alone.

caught by: test_the_gradient_measured_by_small_steps
says: has not been subtracted
"""

import numpy as np


def masked_loss(logits, y):
    z, labels = logits[y >= 0], y[y >= 0]
    if len(labels) == 0:
        return 0.0
    z = z - z.max(axis=1, keepdims=True)
    right = z[np.arange(len(z)), labels]
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - right))


def masked_gradient(logits, y):
    gradient = np.zeros(logits.shape)
    z, labels = logits[y >= 0], y[y >= 0]
    if len(labels) == 0:
        return gradient
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    gradient[y >= 0] = p / len(p)
    return gradient
