"""The ones stand first, and the last weight is taken for the bias.

caught by: test_many_rows
says: Keep track of which row of the solution is b
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([np.ones((len(x), 1)), x])
    theta = np.linalg.lstsq(a, y, rcond=None)[0]
    return theta[:-1], float(theta[-1, 0])
