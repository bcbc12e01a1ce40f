"""The place is counted twice.

caught by: test_a_window
says: one too narrow
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    wide = keys + 1 if window is None else window
    return (back >= 0) & (back < wide - 1)
