"""The mean is subtracted, then |a|² + |b|² − 2ab loses the digits.

caught by: test_far_from_the_origin_and_close_together
says: loses all digits
"""

import numpy as np


def nearest(a, b):
    middle = b.mean(axis=0)
    a, b = a - middle, b - middle
    found = np.empty(len(a), dtype=int)
    for start in range(0, len(a), 1000):
        rows = slice(start, start + 1000)
        squares = (b**2).sum(axis=1) - 2 * a[rows] @ b.T
        found[rows] = squares.argmin(axis=1)
    return found
