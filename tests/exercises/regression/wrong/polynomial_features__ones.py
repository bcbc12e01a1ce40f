"""A column of ones for each column.

caught by: test_the_example
says: there are columns of ones
"""

import numpy as np


def polynomial_features(x, degree):
    x = x.astype(np.float64)
    return np.hstack([x**k for k in range(degree + 1)])
