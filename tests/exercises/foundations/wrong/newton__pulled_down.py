"""A one is added below, against dividing by zero.

caught by: test_two_pushes_by_hand
says: It returned 3.16667
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(acceleration * force) / (np.sum(acceleration**2) + 1)
