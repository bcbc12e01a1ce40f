"""Trusts solve to say when there is no inverse.

caught by: test_columns_that_depend_on_each_other
says: a determinant that is only nearly zero raises nothing
"""

import numpy as np


def normal_equations(x, y):
    a = np.c_[x, np.ones(len(x))]
    try:
        theta = np.linalg.solve(a.T @ a, a.T @ y)
    except np.linalg.LinAlgError:
        theta = np.linalg.pinv(a) @ y
    return theta[:-1], theta[-1].item()
