"""The factor 2 is missing.

caught by: test_one_row_by_hand
says: the factor 2 is missing
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = (bent @ w2 + b - y) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
