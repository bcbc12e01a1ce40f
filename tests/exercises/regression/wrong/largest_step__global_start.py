"""Power iteration from a global start, and too few steps.

caught by: test_two_directions_nearly_as_steep
says: the bound
"""

import numpy as np


def largest_step(x: np.ndarray) -> float:
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / len(a)
    v = np.random.normal(size=len(h))
    for _ in range(60):
        v = h @ v
        v /= np.linalg.norm(v)
    return float(2 / (v @ h @ v))
