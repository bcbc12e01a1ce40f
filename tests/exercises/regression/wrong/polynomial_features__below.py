"""The powers are put below one another.

caught by: test_the_example
says: np.hstack puts them side by side
"""

import numpy as np


def polynomial_features(x, degree):
    x = x.astype(np.float64)
    return np.vstack([x**k for k in range(1, degree + 1)])
