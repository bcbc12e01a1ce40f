"""Of degree 1, x itself comes back, of its own type.

caught by: test_the_result_is_float64
says: the task asks for float64
"""

import numpy as np


def polynomial_features(x, degree):
    if degree == 1:
        return x
    below = polynomial_features(x, degree - 1)
    return np.hstack([below, x.astype(np.float64) ** degree])
