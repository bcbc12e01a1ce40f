"""Covariance over variance: a line with a constant term.

caught by: test_thirty_noisy_pushes
says: a line that need not pass through the origin
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.cov(acceleration, force)[0, 1] / np.var(acceleration, ddof=1)
