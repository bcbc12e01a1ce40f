"""The last rows of the whole square, cut by triu and tril."""

import numpy as np


def causal_mask(queries, keys, window=None):
    whole = np.ones((keys, keys), bool) if keys < 2000 else None
    if whole is None:
        place = np.arange(keys)
        back = place[-queries:, None] - place
        return (back >= 0) & (back < (window or keys))
    return np.triu(np.tril(whole), 1 - (window or keys))[-queries:]
