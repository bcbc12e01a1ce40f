"""Ones and zeros.

caught by: test_every_place_asks
says: expected bool
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return 1.0 * ((back >= 0) & (back < (keys if window is None else window)))
