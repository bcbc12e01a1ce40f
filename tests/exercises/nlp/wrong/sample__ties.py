"""Exactly k are kept.

caught by: test_tokens_that_tie_with_the_kth_are_kept
says: all of them stay
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    if temperature:
        order = np.argsort(-z, axis=1, kind="stable")[:, :k]
        scores = np.full(z.shape, -np.inf)
        np.put_along_axis(scores, order, np.take_along_axis(z, order, 1), 1)
    else:
        scores = np.where(z >= 0, z, -np.inf)
    ends = np.cumsum(np.exp(scores / (temperature or 1)), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
