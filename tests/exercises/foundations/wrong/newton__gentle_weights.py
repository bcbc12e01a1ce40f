"""The ratios are weighted by the accelerations, not their squares.

caught by: test_thirty_noisy_pushes
says: It returned 1.76062; expected was 1.74725.
"""

import numpy as np


def fit_mass(force, acceleration):
    return np.sum(np.abs(acceleration) * (force / acceleration)) / np.sum(
        np.abs(acceleration)
    )
