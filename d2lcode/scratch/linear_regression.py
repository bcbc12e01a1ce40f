"""Linear regression by hand: forward, loss, gradient, descent."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode import _checks as check

Array = NDArray[Any]


def predict(x: Array, w: Array, b: Array) -> Array:
    """Give x·w + b: (n, d) times (d, 1) plus (1,) is (n, 1)."""
    return x @ w + b


def loss(x: Array, y: Array, w: Array, b: Array) -> float:
    """Give the mean squared error of the predictions for y (n, 1)."""
    check.one_column("y", y, len(x))
    error = predict(x, w, b) - y
    return float(np.mean(error**2))


def gradient(x: Array, y: Array, w: Array, b: Array) -> tuple[Array, Array]:
    """Give the gradient of the loss: (d, 1) for w and (1,) for b."""
    check.one_column("y", y, len(x))
    error = predict(x, w, b) - y
    return 2 * x.T @ error / len(x), 2 * error.mean(axis=0)


def batches(
    x: Array, y: Array, size: int, rng: np.random.Generator
) -> Iterator[tuple[Array, Array]]:
    """Deal the rows out in random order, `size` at a time, each once.

    Raises:
        ValueError: if size is not a whole number of at least 1.
    """
    check.positive_integer("size", size)
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        yield x[rows], y[rows]


def descend(
    x: Array,
    y: Array,
    *,
    lr: float,
    epochs: int,
    batch_size: int | None = None,
    seed: int = 0,
) -> tuple[Array, Array, list[float]]:
    """Fit w and b by gradient descent, from zero.

    Args:
        x: inputs (n, d).
        y: targets (n, 1).
        lr: learning rate; the step is lr times the gradient.
        epochs: how often each row is seen.
        batch_size: rows per step; all of them by default.
        seed: of the order in which the rows come.

    Returns:
        w (d, 1), b (1,), and the loss of each step's batch before the step.

    Raises:
        ValueError: if y has another shape or a number is out of range.
    """
    size = check.optional_count("batch_size", batch_size) or len(x)
    check.positive("lr", lr)
    check.one_column("y", y, len(x))
    rng = np.random.default_rng(seed)
    w, b = np.zeros((x.shape[1], 1)), np.zeros(1)
    losses = []
    for _ in range(check.natural("epochs", epochs)):
        for part, target in batches(x, y, size, rng):
            losses.append(loss(part, target, w, b))
            grad_w, grad_b = gradient(part, target, w, b)
            w, b = w - lr * grad_w, b - lr * grad_b
    return w, b, losses
