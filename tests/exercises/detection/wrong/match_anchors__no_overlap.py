"""A box without overlap takes an anchor.

caught by: test_boxes_that_no_anchor_overlaps
says: does not overlap at all
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap.copy()
    while left.max() >= 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor] = -1
        left[:, box] = -1
    return found
