"""True hides.

caught by: test_every_place_asks
says: where a place may not look
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return ~((back >= 0) & (back < (keys if window is None else window)))
