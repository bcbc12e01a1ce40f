"""The type stays that of the input.

caught by: test_the_result_is_float64
says: The result has the type float32
"""

import numpy as np


def polynomial_features(x, degree):
    return np.hstack([x**k for k in range(1, degree + 1)])
