"""Readings far off the others are taken for mistakes and left out.

caught by: test_thousands_of_pushes
says: It returned
"""

import numpy as np


def fit_mass(force, acceleration):
    m = acceleration @ force / (acceleration @ acceleration)
    miss = np.abs(m * acceleration - force)
    good = miss <= 4 * np.sqrt(np.mean(miss**2)) + 1e-300
    a, f = acceleration[good], force[good]
    return float(a @ f / (a @ a))
