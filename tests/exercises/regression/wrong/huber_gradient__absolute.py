"""All rows pull alike.

caught by: test_near_and_far_rows_together
says: all rows pull alike
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    pull = 2 * delta * np.sign(x @ w + b - y)
    return x.T @ pull / len(x), float(pull.mean())
