"""The curvature itself.

caught by: test_three_rows_by_hand
says: this is the curvature
"""

import numpy as np


def largest_step(x):
    a = np.hstack([x, np.ones((len(x), 1))])
    return float(np.linalg.eigvalsh(2 * a.T @ a / len(a))[-1])
