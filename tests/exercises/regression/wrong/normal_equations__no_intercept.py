"""The bias is forgotten.

caught by: test_many_rows
says: the line goes through the origin
"""

import numpy as np


def normal_equations(x, y):
    return np.linalg.lstsq(x, y, rcond=None)[0], 0.0
