"""Solved as if the columns were independent.

caught by: test_a_constant_column
says: Singular matrix
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.solve(a.T @ a, a.T @ y)
    return theta[:-1], float(theta[-1, 0])
