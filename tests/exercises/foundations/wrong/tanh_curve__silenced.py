"""What overflows is mended afterwards, in silence.

caught by: test_nothing_overflows_on_the_way
says: NumPy was kept from warning
says: overflow encountered in exp; invalid value encountered in divide
"""

import numpy as np


def tanh_curve(x):
    with np.errstate(all="ignore"):
        t = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return np.where(np.isnan(t), np.sign(x), t)
