"""The rows are visited one by one.

caught by: test_many_rows_without_a_loop
says: it loops over the rows
"""

import numpy as np


def linear_gradient(x, y, w, b):
    grad_w, grad_b = np.zeros_like(w), 0.0
    for row, target in zip(x, y, strict=True):
        r = float((row @ w)[0] + b - target[0])
        grad_w += 2 * r * row[:, None] / len(x)
        grad_b += 2 * r / len(x)
    return grad_w, grad_b
