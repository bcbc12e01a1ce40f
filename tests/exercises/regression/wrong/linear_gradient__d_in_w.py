"""The derivative in w is divided by the number of columns.

caught by: test_the_slope_measured_by_small_steps
says: grad_w is divided by the number of columns
"""


def linear_gradient(x, y, w, b):
    r = x @ w + b - y
    return 2 * x.T @ r / x.shape[1], float(2 * r.mean())
