"""Only residuals above the limit are held.

caught by: test_near_and_far_rows_together
says: only residuals above +delta
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = np.where(r > delta, 2 * delta, 2 * r)
    return x.T @ pull / len(x), float(pull.mean())
