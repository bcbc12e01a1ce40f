"""The factor 2 is missing.

caught by: test_one_row_by_hand
says: the factor 2 is missing
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    pull = np.clip(x @ w + b - y, -delta, delta)
    return x.T @ pull / len(x), float(pull.mean())
