"""The division leaves whole numbers.

caught by: test_two_pushes_by_hand
says: It returned 3; expected was 3.8
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(acceleration * force) // np.sum(acceleration**2)
