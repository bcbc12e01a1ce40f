"""The table is crossed out itself.

caught by: test_the_table_is_untouched
says: overlap
"""

import numpy as np


def match(overlap, threshold):
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor] = 0
        left[:, box] = 0
    return found
