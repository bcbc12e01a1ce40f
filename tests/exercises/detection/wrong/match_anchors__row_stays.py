"""The anchor's row is not crossed out.

caught by: test_three_anchors_by_hand
says: expected was
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap.copy()
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[:, box] = 0
    return found
