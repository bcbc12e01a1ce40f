"""The outer weight's slope forgets the bend.

caught by: test_one_row_by_hand
says: What w2 multiplies is the bent column
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    slope = 2 * ((x + w1.T * square) @ w2 + b - y) / len(x)
    return w2 * (square.T @ slope), x.T @ slope, float(slope.sum())
