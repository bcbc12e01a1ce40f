"""The boxes choose in their order.

caught by: test_two_boxes_want_one_anchor
says: the boxes chose in their order
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap.copy()
    for box in range(overlap.shape[1]):
        anchor = left[:, box].argmax()
        if left[anchor, box] > 0:
            found[anchor] = box
            left[anchor] = 0
    return found
