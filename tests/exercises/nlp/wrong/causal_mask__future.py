"""Turned round.

caught by: test_every_place_asks
says: what comes after it
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key - key[keys - queries :, None]
    return (back >= 0) & (back < (keys if window is None else window))
