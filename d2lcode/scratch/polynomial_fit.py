"""A polynomial is a linear model of the powers of x."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import natural, one_column

Array = NDArray[Any]


def powers(x: Array, degree: int) -> Array:
    """Give 1, x, x², …: x (n, 1) -> (n, degree + 1), in float64.

    Raises:
        ValueError: if degree is negative or x no column.
    """
    exponents = np.arange(natural("degree", degree) + 1)
    one_column("x", x, len(x))
    return x.astype(np.float64) ** exponents


def fit(x: Array, y: Array, degree: int) -> Array:
    """Give the weights (degree + 1, 1) with the least squared error."""
    one_column("y", y, len(x))
    weights, *_ = np.linalg.lstsq(powers(x, degree), y, rcond=None)
    return weights


def predict(x: Array, weights: Array) -> Array:
    """Give the value of the polynomial: x (n, 1) -> (n, 1)."""
    return powers(x, len(weights) - 1) @ weights


def error(x: Array, y: Array, weights: Array) -> float:
    """Give the mean squared error for y (n, 1)."""
    one_column("y", y, len(x))
    missed = predict(x, weights) - y
    return float(np.mean(missed**2))
