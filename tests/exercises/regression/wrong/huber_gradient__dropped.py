"""Far rows are thrown away.

caught by: test_near_and_far_rows_together
says: they should keep 2 delta
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = np.where(abs(r) > delta, 0, 2 * r)
    return x.T @ pull / len(x), float(pull.mean())
