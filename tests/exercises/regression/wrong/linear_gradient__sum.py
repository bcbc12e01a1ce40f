"""Summed over the rows.

caught by: test_the_slope_measured_by_small_steps
says: you summed over the rows; the loss is the mean
"""


def linear_gradient(x, y, w, b):
    residual = x @ w + b - y
    return 2 * x.T @ residual, float(2 * residual.sum())
