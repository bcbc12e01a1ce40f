"""By the largest of logits with Gumbel noise."""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.array(logits, dtype=float)
    z -= z.max(axis=1, keepdims=True)
    if top_k is not None and top_k < z.shape[1]:
        least = np.partition(z, -top_k, axis=1)[:, -top_k]
        z[z < least[:, None]] = -np.inf
    if temperature == 0:
        z[z < 0] = -np.inf
        temperature = 1
    return np.argmax(z + temperature * rng.gumbel(size=z.shape), axis=1)
