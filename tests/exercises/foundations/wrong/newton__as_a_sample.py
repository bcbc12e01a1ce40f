"""One sum is divided by n - 1, the other by n.

caught by: test_thirty_noisy_pushes
says: n − 1 takes part
"""

import numpy as np


def fit_mass(force, acceleration):
    return (
        np.sum(acceleration * force)
        / (len(force) - 1)
        / np.mean(acceleration**2)
    )
