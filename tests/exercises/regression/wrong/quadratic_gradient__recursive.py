"""A row at a time by recursion, a loop in disguise.

caught by: test_without_loops
says: calls itself without end
"""

import numpy as np


def of_rows(x, y, w1, w2, b, n):
    if len(x) == 0:
        return np.zeros_like(w1), np.zeros_like(w2), 0.0
    g1, g2, gb = of_rows(x[1:], y[1:], w1, w2, b, n)
    column = x[0][:, None]
    bent = column + w1 * column**2
    slope = 2 * ((bent * w2).sum() + b - y[0, 0]) / n
    return g1 + w2 * column**2 * slope, g2 + bent * slope, gb + slope


def quadratic_gradient(x, y, w1, w2, b):
    return of_rows(x, y, w1, w2, b, len(x))
