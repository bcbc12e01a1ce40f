"""Weight decay: a penalty on large weights, added to the squared error."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode import _checks as check

Array = NDArray[Any]


def loss(x: Array, y: Array, w: Array, b: Array, strength: float) -> float:
    """Give mean squared error + strength · |w|²; b costs nothing.

    Shapes: x (n, d), y (n, 1), w (d, 1), b (1,).
    """
    check.one_column("y", y, len(x))
    error = x @ w + b - y
    return float(np.mean(error**2) + strength * np.sum(w**2))


def solve(x: Array, y: Array, strength: float) -> tuple[Array, Array]:
    """Give the w (d, 1) and b (1,) of the lowest loss.

    Raises:
        ValueError: if strength is not above zero or y no column.
    """
    check.positive("strength", strength)
    check.one_column("y", y, len(x))
    x_mean, y_mean = x.mean(axis=0), y.mean(axis=0)
    centred = x - x_mean
    gram = centred.T @ centred / len(x) + strength * np.eye(x.shape[1])
    w = np.linalg.solve(gram, centred.T @ (y - y_mean) / len(x))
    return w, y_mean - x_mean @ w


def descend(
    x: Array, y: Array, strength: float, *, lr: float, steps: int
) -> tuple[Array, Array]:
    """Go downhill from zero; in each step the weights also decay.

    Args:
        x: inputs (n, d).
        y: targets (n, 1).
        strength: what |w|² is multiplied by.
        lr: learning rate.
        steps: how many, each on all rows.

    Returns:
        w (d, 1) and b (1,).

    Raises:
        ValueError: if a number is out of range or y no column.
    """
    check.positive("lr", lr)
    check.not_negative("strength", strength)
    check.one_column("y", y, len(x))
    w, b = np.zeros((x.shape[1], 1)), np.zeros(1)
    for _ in range(check.positive_integer("steps", steps)):
        slope = 2 * (x @ w + b - y) / len(x)
        w = (1 - 2 * lr * strength) * w - lr * (x.T @ slope)
        b = b - lr * slope.sum(axis=0)
    return w, b
