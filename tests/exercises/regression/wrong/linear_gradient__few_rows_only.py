"""Beyond 10,000 rows only a sample is looked at.

caught by: test_many_rows_without_a_loop
says: For grad_w, it returned
"""

import numpy as np


def linear_gradient(x, y, w, b):
    if len(x) > 10_000:
        x, y = x[:10_000], y[:10_000]
    residual = x @ w + b - y
    return 2 * x.T @ residual / len(x), float(2 * np.mean(residual))
