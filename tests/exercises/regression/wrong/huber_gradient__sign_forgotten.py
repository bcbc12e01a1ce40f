"""The sign is forgotten in the straight piece.

caught by: test_one_row_by_hand
says: are pulled the wrong way
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = np.where(abs(r) > delta, 2 * delta, 2 * r)
    return x.T @ pull / len(x), float(pull.mean())
