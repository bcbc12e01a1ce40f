"""NumPy's own function.

caught by: test_from_exponentials_without_loops
says: uses tanh; the values may be right
"""

import numpy as np


def tanh_curve(x):
    return np.tanh(x)
