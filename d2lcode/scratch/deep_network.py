"""A deep network of dense blocks, and points on two spirals to train it on.

What a block computes is left open: it is a function of the block's input and
of its two matrices, with a second function that goes back through it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import natural, positive_integer
from d2lcode.scratch.softmax_regression import gradient

Array = NDArray[Any]
Weights = tuple[Array, Array, Array]  # of the first layer, blocks, the last
Block = Callable[[Array, Array, Array], Array]
Back = Callable[[Array, Array, Array, Array], tuple[Array, Array, Array]]
WIDTH = 16


def relu(z: Array) -> Array:
    """Cut off what is negative."""
    return np.maximum(z, 0)


def start(blocks: int, seed: int) -> Weights:
    """Starting weights by the rule of He et al. (2015).

    Args:
        blocks: how many blocks there are.
        seed: of the random numbers.

    Returns:
        first (3, 16), inner (blocks, 2, 16, 16) and last (16, 2).

    Raises:
        ValueError: if blocks is below 1.
    """
    positive_integer("blocks", blocks)
    rng = np.random.default_rng(seed)
    he = np.sqrt(2 / WIDTH)
    first = rng.normal(size=(3, WIDTH))
    inner = rng.normal(size=(blocks, 2, WIDTH, WIDTH)) * he
    return first, inner, rng.normal(size=(WIDTH, 2)) * 0.1


def forward(weights: Weights, x: Array, block: Block) -> list[Array]:
    """The input of every block, (n, 16), and the last block's output.

    Args:
        weights: as `start` gives them.
        x: (n, 3).
        block: (h, w1, w2) -> the block's output, (n, 16).
    """
    first, inner, _ = weights
    hs = [relu(x @ first)]
    for w1, w2 in inner:
        hs.append(block(hs[-1], w1, w2))
    return hs


def gradients(
    weights: Weights, x: Array, y: Array, block: Block, back: Back
) -> Weights:
    """The gradients of the mean cross-entropy, shaped as the weights.

    Args:
        weights: as `start` gives them.
        x: (n, 3).
        y: (n,), 0 or 1.
        block: (h, w1, w2) -> the block's output.
        back: (h, w1, w2, gradient of the output) -> those of h, w1, w2.
    """
    _, inner, last = weights
    hs = forward(weights, x, block)
    slope, g_inner = gradient(hs[-1] @ last, y), np.zeros_like(inner)
    g = slope @ last.T
    for k in reversed(range(len(inner))):
        w1, w2 = inner[k]
        g, g_inner[k, 0], g_inner[k, 1] = back(hs[k], w1, w2, g)
    return x.T @ (g * (hs[0] > 0)), g_inner, hs[-1].T @ slope


def descend(
    weights: Weights,
    x: Array,
    y: Array,
    block: Block,
    back: Back,
    lr: float = 0.01,
    steps: int = 120,
) -> Weights:
    """Gradient descent with momentum, each step on all rows.

    Args:
        weights: where to start; they stay as they are.
        x: (n, 3).
        y: (n,), 0 or 1.
        block: (h, w1, w2) -> the block's output.
        back: (h, w1, w2, gradient of the output) -> those of h, w1, w2.
        lr: the learning rate.
        steps: how many.

    Raises:
        ValueError: if steps is below 0.
    """
    first, inner, last = (w.copy() for w in weights)
    speeds = [np.zeros_like(w) for w in (first, inner, last)]
    for _ in range(natural("steps", steps)):
        found = gradients((first, inner, last), x, y, block, back)
        for w, v, g in zip((first, inner, last), speeds, found, strict=True):
            v *= 0.9
            v -= lr * g
            w += v
    return first, inner, last


def accuracy(weights: Weights, x: Array, y: Array, block: Block) -> float:
    """The share of points that get their own arm.

    Args:
        weights: as `start` gives them.
        x: (n, 3).
        y: (n,), 0 or 1.
        block: (h, w1, w2) -> the block's output.
    """
    z = forward(weights, x, block)[-1] @ weights[-1]
    return float(np.mean(z.argmax(axis=1) == y))


def spirals(n: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """Points on the two arms of a double spiral.

    Args:
        n: how many points.
        rng: draws them.

    Returns:
        x (n, 3), two coordinates and a 1, and y (n,), the arm, 0 or 1.

    Raises:
        ValueError: if n is below 1.
    """
    y = np.arange(positive_integer("n", n)) % 2
    r = rng.uniform(0.15, 1, n)
    turn = 2 * np.pi * (0.9 * r + y / 2) + rng.normal(size=n) * 0.1
    x = 2 * np.stack([r * np.cos(turn), r * np.sin(turn)], axis=1)
    return np.concatenate([x, np.ones((n, 1))], axis=1), y
