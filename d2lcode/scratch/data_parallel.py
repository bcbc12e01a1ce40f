"""Data parallelism by hand: softmax regression in several processes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._shares import rows_of
from d2lcode.scratch.all_reduce import Receive, Send, ring_all_reduce
from d2lcode.scratch.linear_regression import batches
from d2lcode.scratch.softmax_regression import cross_entropy, gradient

Array = NDArray[Any]


def descend_together(
    rank: int,
    size: int,
    send: Send,
    receive: Receive,
    x: Array,
    y: Array,
    classes: int,
    lr: float,
    epochs: int,
    batch_size: int,
) -> tuple[Array, list[float]]:
    """What one of the processes does: its share of every batch.

    All shuffle with one seed, so that they agree on the batches without a
    word. What they exchange is the gradient, and the loss behind it.

    Args:
        rank: which of the processes this is, from 0.
        size: how many there are.
        send: gives an array to the next process.
        receive: waits for an array from the one before.
        x: inputs (n, d), all of them, and the last column may be ones.
        y: labels (n,).
        classes: how many there are.
        lr: learning rate.
        epochs: how often each row is seen.
        batch_size: rows per step, over all processes.

    Returns:
        The weights (d, classes) and the loss of every step.
    """
    rng = np.random.default_rng(0)
    w = np.zeros((x.shape[1], classes))
    losses = []
    for _ in range(epochs):
        for part, labels in batches(x, y, batch_size, rng):
            rows = rows_of(len(part), rank, size)
            mine = share_of_step(w, part[rows], labels[rows])
            whole = ring_all_reduce(mine, rank, size, send, receive)
            whole /= len(part)
            losses.append(float(whole[-1]))
            w -= lr * whole[:-1].reshape(w.shape)
    return w, losses


def share_of_step(w: Array, x: Array, y: Array) -> Array:
    """The sums over these rows: of the gradient in w, then of the loss.

    The row of numbers has the shape (d·k + 1,); without rows it is zero.
    """
    if len(x) == 0:
        return np.zeros(w.size + 1)
    logits = x @ w
    slope = x.T @ gradient(logits, y) * len(x)
    return np.append(slope, cross_entropy(logits, y) * len(x))
