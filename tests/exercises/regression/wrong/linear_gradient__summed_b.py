"""The derivative in b is not averaged.

caught by: test_the_slope_measured_by_small_steps
says: grad_b is summed over the rows
"""


def linear_gradient(x, y, w, b):
    r = x @ w + b - y
    return 2 * x.T @ r / len(x), float(2 * r.sum())
