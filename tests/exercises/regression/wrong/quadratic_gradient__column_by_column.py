"""Recursion over the columns.

caught by: test_without_loops
says: With more columns
"""

import numpy as np


def columns(x, w1):
    if x.shape[1] == 0:
        return np.zeros((len(x), 0))
    first = x[:, :1] + w1[0, 0] * x[:, :1] ** 2
    return np.hstack([first, columns(x[:, 1:], w1[1:])])


def quadratic_gradient(x, y, w1, w2, b):
    bent = columns(x, w1)
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * ((x * x).T @ slope), bent.T @ slope, float(slope.sum())
