"""The warning is thrown away.

caught by: test_nothing_overflows_on_the_way
says: NumPy was kept from warning
says: overflow encountered in power
"""

import warnings

import numpy as np


def tanh_curve(x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return 1 - 2 / (np.e ** (2 * x) + 1)
