"""One of the two sums is a mean.

caught by: test_thirty_noisy_pushes
says: one of the two sums is divided by n
"""

import numpy as np


def fit_mass(force, acceleration):
    return float(np.sum(acceleration * force) / np.mean(acceleration**2))
