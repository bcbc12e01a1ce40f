"""Made by SciPy.

caught by: test_with_numpy_and_without_loops
says: the task is to build them with NumPy
"""

from scipy.spatial.distance import cdist


def pairwise_distances(a, b):
    return cdist(a, b)
