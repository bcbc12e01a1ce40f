"""The geometric mean of two ways to fit.

caught by: test_thirty_noisy_pushes
says: the ratio of the lengths of the two arrays
"""

import numpy as np


def fit_mass(force, acceleration):
    return float(
        np.sqrt(
            np.sum(acceleration * force)
            / np.sum(acceleration**2)
            * np.sum(force**2)
            / np.sum(acceleration * force)
        )
    )
