"""The place in the sorted order comes back.

caught by: test_tokens_come_with_their_probabilities
says: sorted order
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    scores = -np.sort(-z, axis=1)[:, :k]
    ends = np.cumsum(np.exp(scores / (temperature or 1)), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
