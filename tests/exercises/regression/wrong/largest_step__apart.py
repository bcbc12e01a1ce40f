"""Weights and bias each have a bound of their own.

caught by: test_many_rows
says: looked at apart
"""

import numpy as np


def largest_step(x):
    h = 2 * x.T @ x / len(x)
    return min(1.0, float(2 / np.linalg.eigvalsh(h)[-1]))
