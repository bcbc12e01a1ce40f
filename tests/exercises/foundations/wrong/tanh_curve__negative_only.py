"""The other power, for every sign.

caught by: test_large_numbers_do_not_overflow
says: right for negative x only
"""

import numpy as np


def tanh_curve(x):
    power = np.exp(2 * x)
    return (power - 1) / (power + 1)
