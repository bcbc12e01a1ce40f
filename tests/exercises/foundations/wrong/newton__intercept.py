"""A line with an intercept.

caught by: test_thirty_noisy_pushes
says: F = m·a has no constant term
"""

import numpy as np


def fit_mass(force, acceleration):
    slope, _ = np.polyfit(acceleration, force, 1)
    return float(slope)
