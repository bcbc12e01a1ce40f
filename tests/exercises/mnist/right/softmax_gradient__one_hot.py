"""Right: one-hot labels by comparison, and float32 all the way."""

import numpy as np


def softmax_gradient(logits, labels):
    z = logits.astype(np.float32)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    hot = labels[:, None] == np.arange(z.shape[1])
    return (e / e.sum(axis=1, keepdims=True) - hot) / np.float32(len(z))
