"""Only the second rule.

caught by: test_an_anchor_takes_the_box_that_it_overlaps_most
says: only the second rule
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
    return found
