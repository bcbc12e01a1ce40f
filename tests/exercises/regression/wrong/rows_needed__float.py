"""Rounded up, and still a float.

caught by: test_one_model_by_hand
says: It returned 150.0, a float
says: math.ceil gives one
"""

import numpy as np


def rows_needed(epsilon, models):
    return np.ceil(np.log(20 * models) / (2 * epsilon**2))
