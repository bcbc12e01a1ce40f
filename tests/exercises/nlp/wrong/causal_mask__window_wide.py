"""The place itself is not counted.

caught by: test_a_window
says: one too wide
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return (back >= 0) & (back <= (keys if window is None else window))
