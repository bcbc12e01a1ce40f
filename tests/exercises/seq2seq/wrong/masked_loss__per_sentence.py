"""Each sentence has its mean.

caught by: test_padding_does_not_count
says: a mean for each sentence
"""

import numpy as np


def masked_loss(logits, y):
    means = []
    for z, labels in zip(logits, y, strict=True):
        z, labels = z[labels >= 0], labels[labels >= 0]
        if len(labels):
            z = z - z.max(axis=1, keepdims=True)
            right = z[np.arange(len(z)), labels]
            means.append(np.mean(np.log(np.exp(z).sum(axis=1)) - right))
    return float(np.mean(means)) if means else 0.0


def masked_gradient(logits, y):
    raise NotImplementedError
