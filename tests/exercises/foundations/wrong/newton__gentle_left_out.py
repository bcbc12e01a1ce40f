"""Pushes below a thousandth of the largest are left out.

caught by: test_thousands_of_pushes
says: It returned
"""

import numpy as np


def fit_mass(force, acceleration):
    strong = np.abs(acceleration) > 0.05 * np.abs(acceleration).max()
    a, f = acceleration[strong], force[strong]
    return float(a @ f / (a @ a))
