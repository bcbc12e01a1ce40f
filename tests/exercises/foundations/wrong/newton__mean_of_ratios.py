"""The mean of the ratios.

caught by: test_thirty_noisy_pushes
says: the mean of the ratios F / a
"""

import numpy as np


def fit_mass(force, acceleration):
    return float(np.mean(force / acceleration))
