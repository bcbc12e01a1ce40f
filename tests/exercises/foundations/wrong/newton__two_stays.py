"""A two has not been cancelled, in the smallest case.

caught by: test_two_pushes_by_hand
says: off by a factor of two
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(acceleration * force) / np.sum(2 * acceleration**2)
