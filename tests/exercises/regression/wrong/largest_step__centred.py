"""The columns are centred first.

caught by: test_many_rows
says: x was centred
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x - x.mean(axis=0), np.ones((len(x), 1))])
    return float(2 / np.linalg.eigvalsh(2 * a.T @ a / len(a))[-1])
