"""The residual is turned round.

caught by: test_one_row_by_hand
says: the sign is turned round
"""


def linear_gradient(x, y, w, b):
    residual = y - (x @ w + b)
    return 2 * x.T @ residual / len(x), float(2 * residual.mean())
