"""Word by word."""

import math

import numpy as np


def masked_loss(logits, y):
    total, m = 0.0, 0
    for z, k in zip(
        logits.reshape(-1, logits.shape[-1]), y.reshape(-1), strict=True
    ):
        if k >= 0:
            z = np.array(z, float)
            total += z.max() - z[k] + math.log(np.exp(z - z.max()).sum())
            m += 1
    return total / m if m else 0


def masked_gradient(logits, y):
    made = np.zeros_like(logits, dtype=float)
    words = np.argwhere(y >= 0)
    for i, j in words:
        z = np.array(logits[i, j], float)
        p = np.exp(z - z.max())
        made[i, j] = p / p.sum()
        made[i, j, y[i, j]] -= 1
    return made / max(len(words), 1)
