"""The window reaches forward, too.

caught by: test_a_window
says: reaches forward
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    if window is None:
        return back >= 0
    return abs(back) < window
