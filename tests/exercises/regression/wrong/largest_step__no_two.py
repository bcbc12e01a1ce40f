"""The Hessian lacks the factor 2.

caught by: test_three_rows_by_hand
says: the 2 that comes down from the square is missing
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    h = a.T @ a / len(a)
    return float(2 / np.linalg.eigvalsh(h)[-1])
