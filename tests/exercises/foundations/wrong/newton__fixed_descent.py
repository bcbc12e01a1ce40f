"""Gradient descent stops where the loss hardly changes.

caught by: test_thousands_of_pushes
says: It returned
"""

import numpy as np


def fit_mass(force, acceleration):
    scale = np.abs(acceleration).max()
    a, f = acceleration / scale, force / scale
    m = 0.0
    for _ in range(1000):
        m -= 0.5 * np.mean((m * a - f) * a)
    return float(m)
