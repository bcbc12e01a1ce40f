"""Divided by the number of columns.

caught by: test_the_slope_measured_by_small_steps
says: the mean runs over the n rows
"""


def linear_gradient(x, y, w, b):
    residual = x @ w + b - y
    columns = x.shape[1]
    return 2 * x.T @ residual / columns, float(2 * residual.sum() / columns)
