"""The window is not used.

caught by: test_a_window
says: has not been used
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return back >= 0
