"""Gradient descent as a walk, and the curvature that limits its steps."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import natural, positive

Array = NDArray[Any]


def walk(
    gradient: Callable[[Array], Array],
    start: Array,
    *,
    lr: float | Callable[[int], float],
    steps: int,
) -> Array:
    """Step downhill, and keep every place on the way.

    Args:
        gradient: of the loss at a place, of the shape of `start`.
        start: the place to begin at, (d,).
        lr: the learning rate, or a function of the step, from 0.
        steps: how many to take.

    Returns:
        The places, (steps + 1, d), the first of them `start`.

    Raises:
        ValueError: if lr or steps is out of range.
    """
    if not callable(lr):
        positive("lr", lr)
    places = [np.asarray(start, dtype=np.float64)]
    for step in range(natural("steps", steps)):
        rate = lr(step) if callable(lr) else lr
        places.append(places[-1] - rate * gradient(places[-1]))
    return np.array(places)


def with_ones(x: Array) -> Array:
    """Append a column of ones, so that the bias is one weight more.

    The rows (n, d) become (n, d + 1).
    """
    return np.hstack([x, np.ones((len(x), 1))])


def hessian(x: Array) -> Array:
    """Give the second derivatives of the mean squared error of x·w.

    They are 2 xᵀx / n, (d, d) for x (n, d), and the same at every w.
    """
    return 2 * x.T @ x / len(x)


def largest_factor(h: Array, lr: float) -> float:
    """Give what one step of descent leaves of the most stubborn error.

    Below 1, descent on a loss with the Hessian h (d, d) converges.
    """
    return float(np.abs(1 - lr * np.linalg.eigvalsh(h)).max())
