"""The mean of the ratios, where there are any.

caught by: test_thirty_noisy_pushes
says: the mean of the ratios F / a
"""

import numpy as np


def fit_mass(force, acceleration):
    k = acceleration != 0
    return np.mean(force[k] / acceleration[k])
