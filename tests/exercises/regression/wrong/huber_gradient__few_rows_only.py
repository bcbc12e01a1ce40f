"""Beyond a thousand rows only a sample is looked at.

caught by: test_thousands_of_rows
says: For grad_w, it returned
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    x, y = x[:1000], y[:1000]
    r = np.clip(x @ w + b - y, -delta, delta)
    return 2 * x.T @ r / len(x), float(2 * r.mean())
