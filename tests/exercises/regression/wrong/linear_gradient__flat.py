"""The derivative in w has lost its second axis.

caught by: test_the_shapes_are_those_of_w_and_b
says: a gradient has the shape of what it belongs to
"""


def linear_gradient(x, y, w, b):
    residual = x @ w + b - y
    grad_w = 2 * (x.T @ residual / len(x)).ravel()
    return grad_w, float(2 * residual.mean())
