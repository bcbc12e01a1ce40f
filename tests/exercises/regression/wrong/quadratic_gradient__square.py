"""With as many rows as columns, w1 meets the rows.

caught by: test_the_slope_measured_by_small_steps
says: For grad_w1, it returned
"""


def quadratic_gradient(x, y, w1, w2, b):
    bend = w1 if len(w1) == len(x) else w1.T
    bent = x + bend * x * x
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * ((x * x).T @ slope), bent.T @ slope, float(slope.sum())
