"""Independent ways to the right value, for graders."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def numeric_gradient(
    loss: Callable[[np.ndarray], float], at: np.ndarray, step: float = 1e-5
) -> np.ndarray:
    """Differentiate by central differences, one entry at a time.

    Args:
        loss: a scalar function of an array.
        at: where to differentiate; any shape, computed in float64.
        step: half the distance of the two points compared.

    Returns:
        The derivative, of the shape of `at`.
    """
    at = np.array(at, dtype=np.float64)
    gradient = np.empty_like(at)
    for index in np.ndindex(at.shape):
        shift = np.zeros_like(at)
        shift[index] = step
        rise = loss(at + shift) - loss(at - shift)
        gradient[index] = rise / (2 * step)
    return gradient
