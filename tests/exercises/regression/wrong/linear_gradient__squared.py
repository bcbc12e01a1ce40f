"""The residual stays squared.

caught by: test_one_row_by_hand
says: the residual is still squared
"""


def linear_gradient(x, y, w, b):
    squares = (x @ w + b - y) ** 2
    return 2 * x.T @ squares / len(x), float(2 * squares.mean())
