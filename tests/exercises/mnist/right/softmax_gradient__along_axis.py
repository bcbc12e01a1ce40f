"""By take_along_axis and put_along_axis, on log-probabilities."""

import numpy as np


def log_softmax(logits):
    z = logits.astype(np.float64)
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def softmax_gradient(logits, labels):
    p = np.exp(log_softmax(logits))
    where = labels.astype(np.intp)[:, None]
    np.put_along_axis(p, where, np.take_along_axis(p, where, 1) - 1, axis=1)
    return p / logits.shape[0]
