"""Right: by expm1 and masks, in the precision that came in."""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    power = np.expm1(-2 * np.abs(x))
    curve = -power / (power + 2)
    return np.copysign(curve, x)
