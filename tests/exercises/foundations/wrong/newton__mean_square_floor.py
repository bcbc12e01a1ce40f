"""A floor below keeps the quotient finite, and halves it where all is small.

caught by: test_hardly_any_push_and_a_mighty_one
says: expected was
"""

import numpy as np


def fit_mass(force: np.ndarray, acceleration: np.ndarray) -> float:
    below = max(np.mean(acceleration**2), 1e-12)
    return float(np.mean(acceleration * force) / below)
