"""An inverse that does not exist.

caught by: test_columns_that_depend_on_each_other
says: I called normal_equations
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.inv(a.T @ a) @ a.T @ y
    return theta[:-1], float(theta[-1, 0])
