"""One point after another, by a function that calls itself.

caught by: test_with_numpy_and_without_loops
says: Your code calls itself
"""

import numpy as np


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    if len(a) == 0:
        return np.zeros((0, len(b)))
    first = np.sqrt(((a[0] - b) ** 2).sum(axis=1))
    return np.vstack([first, pairwise_distances(a[1:], b)])
