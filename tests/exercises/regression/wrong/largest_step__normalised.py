"""The columns are normalised first.

caught by: test_three_rows_by_hand
says: x was normalised
"""

import numpy as np


def largest_step(x):
    spread = x.std(axis=0)
    x = (x - x.mean(axis=0)) / np.where(spread == 0, 1, spread)
    a = np.hstack([x, np.ones((len(x), 1))])
    return float(1 / np.linalg.eigvalsh(a.T @ a / len(a))[-1])
