"""The bias is forgotten.

caught by: test_many_rows
says: the bias was left out
"""

import numpy as np


def largest_step(x):
    h = 2 * x.T @ x / len(x)
    return float(2 / np.linalg.eigvalsh(h)[-1])
