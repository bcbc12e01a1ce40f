"""What is added to scores.

caught by: test_every_place_asks
says: expected bool
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    seen = (back >= 0) & (back < (keys if window is None else window))
    return np.where(seen, 0.0, -np.inf)
