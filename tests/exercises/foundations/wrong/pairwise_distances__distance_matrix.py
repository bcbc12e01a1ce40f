"""The ready-made function of SciPy, imported by its name.

caught by: test_with_numpy_and_without_loops
says: the task is to build them with NumPy
"""

import numpy as np
from scipy.spatial import distance_matrix


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return distance_matrix(a, b)
