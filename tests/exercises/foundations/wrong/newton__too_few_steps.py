"""Steps downhill, and too few of them.

caught by: test_two_pushes_by_hand
says: It returned 3.7775; expected was 3.8
"""

import numpy as np


def fit_mass(force, acceleration):
    m = 0.0
    for _ in range(100):
        m -= 0.01 * np.mean(2 * (m * acceleration - force) * acceleration)
    return m
