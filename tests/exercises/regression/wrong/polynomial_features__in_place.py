"""The caller's array is raised in place.

caught by: test_the_array_that_came_in_is_untouched
says: works in place
"""

import numpy as np


def polynomial_features(x, degree):
    powers, first = [], x.astype(np.float64)
    for _ in range(degree):
        powers.append(x.astype(np.float64))
        if x.dtype == np.float64:
            x *= first
        else:
            x = x * first
    return np.hstack(powers)
