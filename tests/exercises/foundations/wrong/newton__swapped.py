"""Force and acceleration have changed places.

caught by: test_two_pushes_by_hand
says: have changed places
"""

import numpy as np


def fit_mass(force, acceleration):
    return float(np.sum(force * acceleration) / np.sum(force * force))
