"""A network that bends: each column x becomes x + w1·x², then a line."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import one_column, positive, positive_integer

Array = NDArray[Any]
Three = tuple[Array, Array, Array]


def bend(x: Array, w1: Array) -> Array:
    """Give x + w1·x², column by column: x (n, d), w1 (d, 1) -> (n, d)."""
    return x + w1.T * x**2


def predict(x: Array, w1: Array, w2: Array, b: Array) -> Array:
    """Give bend(x)·w2 + b: w1 and w2 (d, 1), b (1,) -> (n, 1)."""
    return bend(x, w1) @ w2 + b


def loss(x: Array, y: Array, w1: Array, w2: Array, b: Array) -> float:
    """Give the mean squared error of the predictions for y (n, 1)."""
    one_column("y", y, len(x))
    error = predict(x, w1, w2, b) - y
    return float(np.mean(error**2))


def gradient(x: Array, y: Array, w1: Array, w2: Array, b: Array) -> Three:
    """Give the loss's gradient: (d, 1) for w1 and w2, (1,) for b."""
    one_column("y", y, len(x))
    hidden = bend(x, w1)
    slope = 2 * (hidden @ w2 + b - y) / len(x)
    grad_w2 = hidden.T @ slope
    grad_hidden = slope @ w2.T
    grad_w1 = (grad_hidden * x**2).sum(axis=0)[:, None]
    return grad_w1, grad_w2, slope.sum(axis=0)


def descend(
    x: Array,
    y: Array,
    start: Three,
    *,
    lr: float,
    steps: int,
) -> tuple[Three, list[float]]:
    """Go downhill from `start`, on all rows at once.

    Args:
        x: inputs (n, d).
        y: targets (n, 1).
        start: w1 (d, 1), w2 (d, 1) and b (1,).
        lr: learning rate; the step is lr times the gradient.
        steps: how many.

    Returns:
        (w1, w2, b) at the end, and the loss before each step.

    Raises:
        ValueError: if lr or steps is out of range, or y no column.
    """
    positive("lr", lr)
    weights, losses = start, []
    for _ in range(positive_integer("steps", steps)):
        losses.append(loss(x, y, *weights))
        slopes = gradient(x, y, *weights)
        w1, w2, b = (w - lr * g for w, g in zip(weights, slopes, strict=True))
        weights = w1, w2, b
    return weights, losses
