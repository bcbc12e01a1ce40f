"""The acceleration is fitted to the force, and the slope turned over.

caught by: test_thirty_noisy_pushes
says: The misses of this task are in newtons
"""

import numpy as np


def fit_mass(force, acceleration):
    one_over_m = np.sum(acceleration * force) / np.sum(force**2)
    return float(1 / one_over_m)
