"""One column of ones in front.

caught by: test_several_rows_and_columns
says: there is a column of ones
"""

import numpy as np


def polynomial_features(x, degree):
    x = x.astype(np.float64)
    powers = [x**k for k in range(1, degree + 1)]
    return np.hstack([np.ones((len(x), 1)), *powers])
