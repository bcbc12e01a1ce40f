"""The inner weight's slope forgets the square.

caught by: test_the_slope_measured_by_small_steps
says: What w1 multiplies is x²
"""


def quadratic_gradient(x, y, w1, w2, b):
    bent = x + w1.T * x**2
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * (x.T @ slope), bent.T @ slope, float(slope.sum())
