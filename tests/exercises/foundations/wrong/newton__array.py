"""An array of one number comes back.

caught by: test_two_pushes_by_hand
says: expected one number
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.linalg.lstsq(acceleration[:, None], force, rcond=None)[0]
