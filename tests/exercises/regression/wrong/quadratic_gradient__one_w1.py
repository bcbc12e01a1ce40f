"""All rows' shares of w1 are left unsummed.

caught by: test_each_gradient_has_the_shape_of_its_weight
says: grad_w1 has the shape (5, 3)
says: the rows are not added up yet
"""


def quadratic_gradient(x, y, w1, w2, b):
    bent = x + w1.T * x**2
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return slope * w2.T * x**2, bent.T @ slope, float(slope.sum())
