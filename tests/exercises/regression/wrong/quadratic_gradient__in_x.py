"""x² is differentiated in x.

caught by: test_the_slope_measured_by_small_steps
says: It is w1 that moves
"""


def quadratic_gradient(x, y, w1, w2, b):
    bent = x + w1.T * x**2
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * ((2 * x).T @ slope), bent.T @ slope, float(slope.sum())
