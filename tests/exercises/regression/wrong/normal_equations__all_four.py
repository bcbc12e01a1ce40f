"""All that lstsq returns is taken for the solution.

caught by: test_many_rows
says: w is a tuple
says: returns four things
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.lstsq(a, y, rcond=None)
    return theta[:-1], theta[-1]
