"""Of equal overlaps the first box comes first, which is all the same."""

import numpy as np


def match(overlap, threshold):
    a, m = overlap.shape
    found = np.full(a, -1)
    if m == 0:
        return found
    ok = overlap.max(1) >= threshold
    found[ok] = overlap.argmax(1)[ok]
    left = overlap.copy()
    while left.max() > 0:
        i, j = np.unravel_index(left.T.argmax(), left.T.shape)[::-1]
        found[i] = j
        left[i] = 0
        left[:, j] = 0
    return found
