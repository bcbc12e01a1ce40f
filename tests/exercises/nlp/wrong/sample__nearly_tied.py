"""What is nearly as large as the k-th is kept.

caught by: test_small_logits_and_small_temperatures
says: expected about [0, 510, 0, 761, 229, 0]
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)

    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where((z >= least) | np.isclose(z, least), z, -np.inf)
    with np.errstate(over="ignore"):
        scores = scores if temperature == 0 else scores / temperature
    ends = np.cumsum(np.exp(scores), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
