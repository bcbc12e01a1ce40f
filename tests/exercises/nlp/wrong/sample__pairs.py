"""One draw for each pair of rows.

caught by: test_each_row_is_drawn_by_itself
says: a draw of its own
"""

import numpy as np


def sample(logits, rng, temperature=1.0, top_k=None):
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where(z >= least, z, -np.inf)
    ends = np.cumsum(np.exp(scores / (temperature or 1)), axis=1)
    thrown = (
        np.repeat(rng.random((len(z) // 2 + 1, 1)), 2, axis=0)[: len(z)]
        * ends[:, -1:]
    )
    return (ends <= thrown).sum(axis=1)
