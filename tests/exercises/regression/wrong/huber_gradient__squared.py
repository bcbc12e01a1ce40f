"""Nothing is held.

caught by: test_near_and_far_rows_together
says: large residuals are not held
"""


def huber_gradient(x, y, w, b, delta):
    pull = 2 * (x @ w + b - y)
    return x.T @ pull / len(x), float(pull.mean())
