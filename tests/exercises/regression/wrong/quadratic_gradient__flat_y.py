"""The target is flat, the prediction a column.

caught by: test_each_gradient_has_the_shape_of_its_weight
says: y was made flat
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2 + b - y.ravel()) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
