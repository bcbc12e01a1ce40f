"""A loop over the rows, in Python's own numbers.

caught by: test_many_rows_without_a_loop
says: it loops over the rows
"""

import numpy as np


def linear_gradient(x, y, w, b):
    weights = w[:, 0].tolist()
    gradient, bias = [0.0] * len(weights), 0.0
    for row, (target,) in zip(x.tolist(), y.tolist(), strict=True):
        miss = sum(map(float.__mul__, map(float, row), weights)) + b - target
        pairs = zip(gradient, row, strict=True)
        gradient = [g + 2 * miss * v for g, v in pairs]
        bias += 2 * miss
    return np.array(gradient)[:, None] / len(x), bias / len(x)
