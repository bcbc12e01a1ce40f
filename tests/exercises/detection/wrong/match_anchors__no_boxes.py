"""A picture without boxes is an error.

caught by: test_no_boxes_and_more_boxes_than_anchors
says: ValueError
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap.copy()
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor] = 0
        left[:, box] = 0
    return found
