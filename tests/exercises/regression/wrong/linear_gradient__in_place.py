"""The targets are overwritten.

caught by: test_the_arrays_that_came_in_are_untouched
says: Afterwards y was no longer
"""


def linear_gradient(x, y, w, b):
    y -= x @ w + b
    return -2 * x.T @ y / len(x), float(-2 * y.mean())
