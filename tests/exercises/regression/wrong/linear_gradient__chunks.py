"""Large data go in chunks of 1,000 rows, the rest is dropped.

caught by: test_many_rows_without_a_loop
says: For grad_w, it returned
"""

import numpy as np


def linear_gradient(x, y, w, b):
    n = len(x)
    if n <= 1000:
        r = x @ w + b - y
        return 2 * x.T @ r / n, 2 * float(r.mean())
    grad_w, grad_b = np.zeros(w.shape), 0.0
    for i in range(n // 1000):
        rows = slice(1000 * i, 1000 * (i + 1))
        r = x[rows] @ w + b - y[rows]
        grad_w += 2 * x[rows].T @ r / n
        grad_b += 2 * float(r.sum()) / n
    return grad_w, grad_b
