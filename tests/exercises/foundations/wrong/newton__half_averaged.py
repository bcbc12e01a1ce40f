"""One of the two sums is a mean.

caught by: test_two_pushes_by_hand
says: one of the two sums is divided by n
"""

import numpy as np


def fit_mass(force, acceleration):
    return float(np.sum(acceleration * force) / np.mean(acceleration**2))
