"""top_k is not used.

caught by: test_only_the_k_largest_are_drawn
says: top_k has not been used
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else z.shape[1]
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where(z >= least, z, -np.inf)
    ends = np.cumsum(np.exp(scores / (temperature or 1)), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
