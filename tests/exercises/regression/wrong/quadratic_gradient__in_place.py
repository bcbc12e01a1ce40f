"""The inputs are bent in place.

caught by: test_the_arrays_that_came_in_are_untouched
says: works in place
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    x += w1.T * square
    slope = 2 * (x @ w2 + b - y) / len(x)
    return w2 * (square.T @ slope), x.T @ slope, float(slope.sum())
