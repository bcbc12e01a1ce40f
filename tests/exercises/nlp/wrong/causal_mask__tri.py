"""np.tri without the offset.

caught by: test_only_the_last_places_ask
says: last ones
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    mask = np.tri(queries, keys, dtype=bool)
    if window is not None:
        mask &= ~np.tri(queries, keys, -window, dtype=bool)
    return mask
