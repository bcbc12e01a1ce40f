"""1e-8 is added below, against dividing by zero.

caught by: test_hardly_any_push_and_a_mighty_one
says: expected was
"""

import numpy as np


def fit_mass(force: np.ndarray, acceleration: np.ndarray) -> float:
    return float(
        np.sum(acceleration * force) / (np.sum(acceleration**2) + 1e-8)
    )
