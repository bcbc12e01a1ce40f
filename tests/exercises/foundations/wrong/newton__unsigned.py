"""Signs are lost.

caught by: test_backwards_pushes_and_none
says: signs were lost
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(np.abs(acceleration * force)) / np.sum(acceleration**2)
