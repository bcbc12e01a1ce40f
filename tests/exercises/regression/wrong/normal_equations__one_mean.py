"""Centred by one mean of the whole table.

caught by: test_many_rows
says: above the least that is possible
"""

import numpy as np


def normal_equations(x, y):
    x_mean, y_mean = x.mean(), y.mean()
    w = np.linalg.lstsq(x - x_mean, y - y_mean, rcond=None)[0]
    return w, float(y_mean - x_mean * w.sum())
