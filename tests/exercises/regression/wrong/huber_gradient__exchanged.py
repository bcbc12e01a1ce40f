"""The pieces are exchanged.

caught by: test_near_and_far_rows_together
says: the two pieces are exchanged
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = np.where(abs(r) > delta, 2 * r, 2 * delta * np.sign(r))
    return x.T @ pull / len(x), float(pull.mean())
