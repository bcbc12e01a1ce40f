"""The last of several.

caught by: test_the_first_of_several
says: the first one counts
"""

import numpy as np


def nearest(a, b):
    found = np.empty(len(a), dtype=int)
    for i in range(len(a)):
        squares = ((a[i] - b) ** 2).sum(axis=1)
        found[i] = len(b) - 1 - squares[::-1].argmin()
    return found
