"""The temperature is not used.

caught by: test_temperature_divides_the_logits
says: temperature has not been used
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where(z >= least, z, -np.inf)
    ends = np.cumsum(np.exp(scores), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)
