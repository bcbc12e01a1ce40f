"""The mass is rounded.

caught by: test_thirty_noisy_pushes
says: the result was rounded
"""

import numpy as np


def fit_mass(force, acceleration):
    return round(
        float(np.sum(acceleration * force) / np.sum(acceleration**2)), 2
    )
