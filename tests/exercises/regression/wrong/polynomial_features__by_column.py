"""Column by column instead of power by power.

caught by: test_the_example
says: the columns come column by column
"""

import numpy as np


def polynomial_features(x, degree):
    x = x.astype(np.float64)
    powers = np.arange(1, degree + 1)
    return (x[:, :, None] ** powers).reshape(len(x), -1)
