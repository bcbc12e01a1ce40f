"""Columns whose spread is below a millionth are left out.

caught by: test_columns_of_very_different_size
says: above the least that is possible
"""

import numpy as np


def normal_equations(x, y):
    vary = x.std(axis=0) > 1e-6
    a = np.column_stack([x[:, vary], np.ones(len(x))])
    theta = np.linalg.lstsq(a, y, rcond=None)[0]
    w = np.zeros((x.shape[1], 1))
    w[vary] = theta[:-1]
    return w, float(theta[-1, 0])
