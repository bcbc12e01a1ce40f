"""A loop over the rows.

caught by: test_without_loops
says: the task asks for it without loops
"""

import numpy as np


def quadratic_gradient(x, y, w1, w2, b):
    grad_w1, grad_w2, grad_b = np.zeros_like(w1), np.zeros_like(w2), 0.0
    for i in range(len(x)):
        row = x[i : i + 1]
        bent = row + w1.T * row**2
        slope = 2 * (bent @ w2 + b - y[i]).item() / len(x)
        grad_w1 += slope * w2 * row.T**2
        grad_w2 += slope * bent.T
        grad_b += slope
    return grad_w1, grad_w2, grad_b
