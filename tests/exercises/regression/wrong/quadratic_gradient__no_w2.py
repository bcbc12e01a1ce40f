"""The outer weight is left out of the chain.

caught by: test_one_row_by_hand
says: grad_w1 lacks the factor w2
"""


def quadratic_gradient(x, y, w1, w2, b):
    bent = x + w1.T * x**2
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return (x**2).T @ slope, bent.T @ slope, float(slope.sum())
