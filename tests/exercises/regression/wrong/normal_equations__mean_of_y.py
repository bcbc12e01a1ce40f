"""Centred, with the mean of y for the bias.

caught by: test_many_rows
says: With x put back
"""

import numpy as np


def normal_equations(x, y):
    x_mean, y_mean = x.mean(axis=0), y.mean()
    w = np.linalg.lstsq(x - x_mean, y - y_mean, rcond=None)[0]
    return w, float(y_mean)
