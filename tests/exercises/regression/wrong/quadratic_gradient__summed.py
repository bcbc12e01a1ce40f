"""Summed over the rows.

caught by: test_the_slope_measured_by_small_steps
says: you summed over the rows
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2 + b - y)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
