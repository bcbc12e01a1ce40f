"""A row at the limit exactly counts to neither piece.

caught by: test_rows_exactly_at_the_limit
says: neither of the pieces
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    pull = 2 * r * (np.abs(r) < delta) + 2 * delta * np.sign(r) * (
        np.abs(r) > delta
    )
    return x.T @ pull / len(x), float(pull.mean())
