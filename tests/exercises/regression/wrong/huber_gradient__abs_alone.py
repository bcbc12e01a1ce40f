"""The size of the residual is held, and its sign lost.

caught by: test_one_row_by_hand
says: abs took the sign away
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = 2 * np.minimum(np.abs(r), delta)
    return x.T @ pull / len(x), pull.mean()
