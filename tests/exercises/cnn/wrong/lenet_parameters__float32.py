"""Counts in float32, which has no odd numbers beyond 16 million.

caught by: test_larger_pictures
says: expected was
"""

import numpy as np


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    out = np.array([6, 16, 120, 84, classes], np.float32)
    into = np.array([25 * in_channels, 150, 16 * side**2, 120, 84], np.float32)
    return int((out * (into + 1)).sum())
