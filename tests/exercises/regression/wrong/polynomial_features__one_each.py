"""Each column gets one power, by broadcasting.

caught by: test_the_result_is_float64
says: every column got a single power
"""

import numpy as np


def polynomial_features(x, degree):
    return x.astype(np.float64) ** np.arange(1, degree + 1)
