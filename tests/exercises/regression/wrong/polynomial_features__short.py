"""The range stops too early.

caught by: test_the_example
says: the highest power is missing
"""

import numpy as np


def polynomial_features(x, degree):
    x = x.astype(np.float64)
    return np.hstack([x**k for k in range(1, degree)])
