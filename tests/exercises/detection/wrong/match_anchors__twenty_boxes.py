"""The second rule ends after twenty boxes.

caught by: test_hundreds_of_boxes
says: values differ
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
    for _ in range(min(a, m, 20)):
        if left.max() <= 0:
            break
        i, j = np.unravel_index(left.argmax(), left.shape)
        found[i] = j
        left[i] = 0
        left[:, j] = 0
    return found
