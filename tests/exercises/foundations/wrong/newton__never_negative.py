"""The mass is made positive.

caught by: test_any_pushes
says: expected was -
"""

import numpy as np


def fit_mass(force, acceleration):
    return abs(float(np.sum(acceleration * force) / np.sum(acceleration**2)))
