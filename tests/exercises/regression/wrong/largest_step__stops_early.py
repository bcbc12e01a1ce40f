"""A thousand steps are too few for two nearly as steep.

caught by: test_two_directions_nearly_as_steep
says: it returned 0.0800068
"""

import numpy as np


def largest_step(x):
    a = np.column_stack([x, np.ones(len(x))])
    h = 2 * a.T @ a / len(a)
    v = np.random.default_rng(0).normal(size=len(h))
    for _ in range(1000):
        v = h @ v
        v /= np.linalg.norm(v)
    return float(2 / (v @ h @ v))
