"""The Jacobian of all parameters in one matrix, cut apart."""

import numpy as np


def quadratic_gradient(x, y, w1, w2, b):
    x = np.asarray(x, float)
    bent = x * (1 + x * w1.ravel())
    jacobian = np.hstack([x * x * w2.T, bent, np.ones((len(x), 1))])
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return tuple(np.split(jacobian.T @ slope, [len(w1), 2 * len(w1)]))
