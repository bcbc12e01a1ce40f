"""The prediction is flat, the target a column.

caught by: test_each_gradient_has_the_shape_of_its_weight
says: their difference is a table (n, n)
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2[:, 0] + b - y) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
