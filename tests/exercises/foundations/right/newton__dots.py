"""Two dot products, and an array of shape ()."""

import numpy as np


def fit_mass(force: np.ndarray, acceleration: np.ndarray) -> np.ndarray:
    return np.asarray(acceleration @ force / acceleration.dot(acceleration))
