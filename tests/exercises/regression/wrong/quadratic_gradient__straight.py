"""The bend is forgotten in the prediction.

caught by: test_one_row_by_hand
says: the bend was forgotten
"""


def quadratic_gradient(x, y, w1, w2, b):
    slope = 2 * (x @ w2 + b - y) / len(x)
    return w2 * ((x**2).T @ slope), x.T @ slope, float(slope.sum())
