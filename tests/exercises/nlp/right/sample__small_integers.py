"""As small whole numbers, from the multinomial."""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.float64(logits) - np.float64(logits).max(axis=1, keepdims=True)
    kept = np.ones(z.shape, bool)
    if top_k and top_k < z.shape[1]:
        kept = z >= np.sort(z, axis=1)[:, [-top_k]]
    if temperature:
        with np.errstate(over="ignore"):
            p = np.exp(z / temperature) * kept
    else:
        p = (z == 0) * 1.0
    p /= p.sum(axis=1, keepdims=True)
    return rng.multinomial(1, p).argmax(axis=1).astype(np.int32)
