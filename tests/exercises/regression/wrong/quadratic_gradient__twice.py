"""The bias' slope is a mean of what has been divided by n.

caught by: test_the_slope_measured_by_small_steps
says: you divided by n twice
"""


def quadratic_gradient(x, y, w1, w2, b):
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.mean())
