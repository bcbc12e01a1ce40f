"""Right in the end, but 1 + e^2000 is infinite on the way.

caught by: test_nothing_overflows_on_the_way
says: overflow encountered in exp
"""

import numpy as np


def tanh_curve(x):
    return 2 / (1 + np.exp(-2 * x)) - 1
