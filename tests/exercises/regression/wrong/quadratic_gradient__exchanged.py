"""The slopes come in the order of the walk back.

caught by: test_one_row_by_hand
says: the order is w1, w2, b
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return bent.T @ slope, w2 * (square.T @ slope), float(slope.sum())
