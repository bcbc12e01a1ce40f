"""NumPy's own function, under a name of one's own.

caught by: test_from_exponentials_without_loops
says: uses tanh; the values may be right
"""

import numpy as np


def tanh_curve(x):
    tanh = np.tanh
    return tanh(x)
