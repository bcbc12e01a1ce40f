"""Each box takes its best anchor, taken or not.

caught by: test_three_anchors_by_hand
says: two of them wanted the same
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    for box in range(overlap.shape[1]):
        anchor = overlap[:, box].argmax()
        if overlap[anchor, box] > 0:
            found[anchor] = box
    return found
