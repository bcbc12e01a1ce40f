"""A line without a constant term, by a solver of least squares."""

import numpy as np


def fit_mass(f: np.ndarray, a: np.ndarray) -> float:
    return np.linalg.lstsq(a[:, None], f, rcond=None)[0].item()
