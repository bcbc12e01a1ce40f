"""Every pair is visited in Python, by itertools.

caught by: test_with_numpy_and_without_loops
says: There is a loop in starmap
"""

import itertools
import math

import numpy as np


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    pairs = itertools.product(a.tolist(), b.tolist())
    return np.array(list(itertools.starmap(math.dist, pairs))).reshape(
        len(a), len(b)
    )
