"""The first rule after the second.

caught by: test_two_boxes_want_one_anchor
says: you let the first one win
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    left = overlap.copy()
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor] = 0
        left[:, box] = 0
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    return found
