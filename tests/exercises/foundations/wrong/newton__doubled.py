"""A two has not been cancelled.

caught by: test_thirty_noisy_pushes
says: off by a factor of two
"""

import numpy as np


def fit_mass(force, acceleration):
    return 2 * np.sum(acceleration * force) / np.sum(acceleration**2)
