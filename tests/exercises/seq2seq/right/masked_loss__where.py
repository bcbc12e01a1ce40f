"""With np.where, and the whole array computed."""

import numpy as np
import scipy.special


def masked_loss(logits, y):
    return float(-np.sum(_logs(logits, y)) / max(1, np.sum(y >= 0)))


def _logs(logits, y):
    clean = np.where((y >= 0)[..., None], logits, 0.0)
    logs = scipy.special.log_softmax(clean, axis=2)
    place = np.where(y >= 0, y, 0)[..., None].astype(int)
    found = np.take_along_axis(logs, place, axis=2)[..., 0]
    return np.where(y >= 0, found, 0.0)


def masked_gradient(logits, y):
    mask = (y >= 0)[..., None]
    clean = np.where(mask, logits, 0.0)
    at = np.arange(logits.shape[2]) == y[..., None]
    p = scipy.special.softmax(clean, axis=2)
    return np.where(mask, p - at, 0.0) / max(1, np.sum(y >= 0))
