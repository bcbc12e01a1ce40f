"""The derivative in b is left one number per row.

caught by: test_the_shapes_are_those_of_w_and_b
says: b is one number
"""


def linear_gradient(x, y, w, b):
    residual = x @ w + b - y
    return 2 * x.T @ residual / len(x), 2 * residual / len(x)
