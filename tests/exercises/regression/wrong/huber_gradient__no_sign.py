"""The residual stays in the straight piece.

caught by: test_a_far_row_pulls_no_harder_for_being_farther
says: r itself does not occur in it
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = np.where(abs(r) > delta, 2 * delta * r, 2 * r)
    return x.T @ pull / len(x), float(pull.mean())
