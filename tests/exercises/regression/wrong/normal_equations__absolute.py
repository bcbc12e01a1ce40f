"""Singular values below 1e-8 are dropped, however large x is.

caught by: test_columns_of_very_different_size
says: above the least that is possible
"""

import numpy as np


def normal_equations(x, y):
    a = np.column_stack([x, np.ones(len(x))])
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    keep = s > 1e-8
    theta = vt[keep].T @ ((u[:, keep].T @ y) / s[keep, None])
    return theta[:-1], theta[-1, 0]
