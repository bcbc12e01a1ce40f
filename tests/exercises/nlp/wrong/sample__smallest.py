"""The k smallest are kept.

caught by: test_only_the_k_largest_are_drawn
says: k smallest
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    if temperature == 0:
        scores = np.where(z >= 0, z, -np.inf)
    else:
        most = np.sort(z, axis=1)[:, k - 1, None]
        scores = np.where(z <= most, z, -np.inf)
    ends = np.cumsum(np.exp(scores / (temperature or 1)), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
