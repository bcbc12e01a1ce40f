"""A window larger than the text counts from its end.

caught by: test_a_window
says: counts that from the end
"""

import numpy as np


def causal_mask(queries, keys, window=None):
    mask = np.zeros((queries, keys), bool)
    for row in range(queries):
        place = keys - queries + row
        first = 0 if window is None else place - window + 1
        mask[row, first : place + 1] = True
    return mask
