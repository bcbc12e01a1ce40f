"""Held after doubling.

caught by: test_near_and_far_rows_together
says: held after they were doubled
"""

import numpy as np


def huber_gradient(x, y, w, b, delta):
    pull = np.clip(2 * (x @ w + b - y), -delta, delta)
    return x.T @ pull / len(x), float(pull.mean())
