"""Converted after the powers were taken.

caught by: test_small_integers_do_not_overflow
says: Convert to float64 before, not after
"""

import numpy as np


def polynomial_features(x, degree):
    powers = [x**k for k in range(1, degree + 1)]
    return np.hstack(powers).astype(np.float64)
