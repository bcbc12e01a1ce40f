"""The tangent of an imaginary number, and no exponential.

caught by: test_from_exponentials_without_loops
says: uses tan; the values may be right
"""

import numpy as np


def tanh_curve(x):
    return (-1j * np.tan(1j * np.clip(x, -300, 300))).real
