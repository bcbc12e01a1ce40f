"""The queries are the first places.

caught by: test_only_the_last_places_ask
says: last ones
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    key = np.arange(keys)
    back = np.arange(queries)[:, None] - key
    return (back >= 0) & (back < (keys if window is None else window))
