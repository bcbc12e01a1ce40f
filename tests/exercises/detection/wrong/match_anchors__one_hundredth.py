"""The second rule ends at an IoU of 0.01, and not of 0.

caught by: test_small_and_nearly_equal_overlaps
says: expected was [1, -1, 0]
"""

import numpy as np


def match(overlap, threshold):
    a, m = overlap.shape
    found = np.full(a, -1)
    if m == 0:
        return found
    ok = overlap.max(1) >= threshold
    found[ok] = overlap.argmax(1)[ok]
    left = overlap.copy()
    while left.max() > 0.01:
        i, j = np.unravel_index(left.argmax(), left.shape)
        found[i] = j
        left[i] = 0
        left[:, j] = 0
    return found
