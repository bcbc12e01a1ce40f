"""Keys stand in the rows.

caught by: test_only_the_last_places_ask
says: changed places
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return ((back >= 0) & (back < (keys if window is None else window))).T
