"""|a|² + |b|² − 2ab, which is lost far from the origin.

caught by: test_far_from_the_origin_and_close_together
says: Subtract first, then square
"""

import numpy as np


def nearest(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    found = np.empty(len(a), dtype=int)
    own = (b**2).sum(axis=1)
    for start in range(0, len(a), 500):
        part = a[start : start + 500]
        squares = (part**2).sum(axis=1)[:, None] + own - 2 * part @ b.T
        found[start : start + 500] = squares.argmin(axis=1)
    return found
