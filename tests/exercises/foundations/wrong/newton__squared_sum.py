"""The square of the sum in place of the sum of squares.

caught by: test_two_pushes_by_hand
says: not the square of the sum
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(acceleration * force) / np.sum(acceleration) ** 2
