"""Row by row, by choice."""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    return np.array([one(z, rng, temperature, top_k) for z in logits])


def one(z, rng, temperature, top_k):
    z = z.astype(float) - z.max()
    tokens = np.arange(len(z))
    if top_k is not None:
        tokens = tokens[z >= np.sort(z)[::-1][:top_k][-1]]
    if temperature == 0:
        return rng.choice(tokens[z[tokens] == 0])
    p = np.exp(np.maximum(z[tokens], -700 * temperature) / temperature)
    p[z[tokens] < -700 * temperature] = 0
    return rng.choice(tokens, p=p / p.sum())
