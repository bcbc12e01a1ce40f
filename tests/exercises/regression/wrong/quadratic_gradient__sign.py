"""Target minus prediction.

caught by: test_one_row_by_hand
says: the sign is turned round
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (y - bent @ w2 - b) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
