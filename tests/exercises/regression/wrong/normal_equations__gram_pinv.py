"""The pseudo-inverse of A.T A has half the digits.

caught by: test_columns_of_very_different_size
says: above the least that is possible
"""

import numpy as np


def normal_equations(x, y):
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.pinv(a.T @ a, rcond=1e-13) @ (a.T @ y)
    return theta[:-1], theta[-1].item()
