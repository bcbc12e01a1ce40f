"""Temperature 0 is divided by.

caught by: test_at_temperature_zero_the_largest_is_taken
says: divided by 0
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = min(top_k or z.shape[1], z.shape[1])
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where(z >= least, z, -np.inf)
    np.seterr(all="ignore")
    p = np.exp(scores / temperature)
    ends = np.cumsum(np.nan_to_num(p), axis=1)
    return (ends <= rng.random((len(z), 1)) * ends[:, -1:]).sum(axis=1)
