"""The mean size of the forces over that of the accelerations.

caught by: test_two_pushes_by_hand
says: It returned 3.66667; expected was 3.8.
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.mean(np.abs(force)) / np.mean(np.abs(acceleration))
