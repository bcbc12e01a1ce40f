"""Row by row."""

import numpy as np


def causal_mask(queries, keys, window=None):
    mask = np.zeros((queries, keys), dtype=np.bool_)
    for row in range(queries):
        last = keys - queries + row
        first = max(0, last + 1 - (window or keys))
        mask[row, first : last + 1] = True
    return mask
