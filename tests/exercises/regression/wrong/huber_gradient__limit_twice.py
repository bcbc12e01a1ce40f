"""A row at the limit exactly is counted by both pieces.

caught by: test_rows_exactly_at_the_limit
says: is counted twice
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    r = x @ w + b - y
    near, far = np.abs(r) <= delta, np.abs(r) >= delta
    pull = near * 2 * r + far * 2 * delta * np.sign(r)
    return x.T @ pull / len(x), float(pull.mean())
