"""The factor 2 is missing.

caught by: test_the_slope_measured_by_small_steps
says: the factor 2 is missing
"""


def linear_gradient(x, y, w, b):
    residual = x @ w + b - y
    return x.T @ residual / len(x), float(residual.mean())
