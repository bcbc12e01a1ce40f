"""The caller's forces are overwritten.

caught by: test_the_readings_are_untouched
says: Afterwards force was no longer
"""

import numpy as np


def fit_mass(force, acceleration):
    force *= acceleration
    return float(np.sum(force) / np.sum(acceleration**2))
