"""A language model by hand: characters in, scores of the next one out."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import optional_positive, positive, positive_integer
from d2lcode.scratch.nlp.rnn import rnn, rnn_backward
from d2lcode.scratch.softmax_regression import cross_entropy, gradient

Array = NDArray[Any]
Weights = dict[str, Array]


def start(size: int, hidden: int, seed: int = 0) -> Weights:
    """Draw starting weights: of the recurrent part, and of the scores.

    Args:
        size: characters in the vocabulary.
        hidden: numbers in the state.
        seed: of the draws.
    """
    rng = np.random.default_rng(seed)

    def uniform(*shape: int) -> Array:
        bound = hidden**-0.5
        return rng.uniform(-bound, bound, shape).astype(np.float32)

    return {
        "wx": uniform(size, hidden),
        "wh": uniform(hidden, hidden),
        "b": np.zeros(hidden, np.float32),
        "w": uniform(hidden, size),
        "c": np.zeros(size, np.float32),
    }


def window_gradients(
    weights: Weights, numbers: Array, h: Array
) -> tuple[float, Weights, Array]:
    """Read one window of each row, and go back through it.

    Args:
        weights: as `start` gives them.
        numbers: characters, (t + 1, n); each is to be predicted but the
            first.
        h: the state before the window, (n, k); a constant.

    Returns:
        The mean cross-entropy, its gradients, and the state afterwards.
    """
    wx, wh, w = weights["wx"], weights["wh"], weights["w"]
    x = np.eye(len(wx), dtype=wx.dtype)[numbers[:-1]]
    states = rnn(x, h, wx, wh, weights["b"])
    outputs, labels = states[1:].reshape(-1, len(w)), numbers[1:].ravel()
    scores = outputs @ w + weights["c"]
    slope = gradient(scores, labels)
    back = (slope @ w.T).reshape(states[1:].shape)
    found = rnn_backward(x, states, wx, wh, back)
    found |= {"w": outputs.T @ slope, "c": slope.sum(axis=0)}
    grads = {name: found[name] for name in weights}
    return cross_entropy(scores, labels), grads, states[-1]


def norm(gradients: Mapping[str, Array]) -> float:
    """Give the length of all gradients together, as of one vector."""
    return float(np.sqrt(sum(np.sum(g**2) for g in gradients.values())))


def descend(
    numbers: Array,
    weights: Weights,
    *,
    lr: float,
    steps: int,
    rows: int = 32,
    window: int = 32,
    clip_norm: float | None = None,
) -> tuple[Weights, list[float], list[float]]:
    """Train on a text that is cut into rows, read side by side.

    A window follows the one before it, and takes over its state, but no
    gradient goes back across the cut.

    Args:
        numbers: the text, (length,).
        weights: to begin with; they stay as they are.
        lr: learning rate.
        steps: windows to read; after the last one of a row, the first.
        rows: stretches that are read side by side.
        window: characters in a window.
        clip_norm: longer gradients are scaled down to this length.

    Returns:
        The weights, and of each step the loss and the gradients' length
        before it was clipped.

    Raises:
        ValueError: if a number is out of range, or the text too short.
    """
    positive("lr", lr)
    limit = optional_positive("clip_norm", clip_norm) or np.inf
    columns = _columns(numbers, positive_integer("rows", rows))
    per_row = (len(columns) - 1) // positive_integer("window", window)
    if per_row < 1:
        raise ValueError(
            f"numbers has length {len(numbers)}; expected at least "
            f"{rows * (window + 1)}, a window for each row"
        )
    losses, lengths = [], []
    for step in range(positive_integer("steps", steps)):
        at = step % per_row * window
        if at == 0:
            h = np.zeros((rows, len(weights["wh"])), weights["wh"].dtype)
        part = columns[at : at + window + 1]
        loss, grads, h = window_gradients(weights, part, h)
        losses.append(loss)
        lengths.append(norm(grads))
        rate = lr * min(1, limit / (lengths[-1] + 1e-12))
        weights = {k: v - rate * grads[k] for k, v in weights.items()}
    return weights, losses, lengths


def _columns(numbers: Array, rows: int) -> Array:
    """Cut a text into rows of equal length, and lay them side by side."""
    length = len(numbers) // rows
    return np.asarray(numbers)[: rows * length].reshape(rows, length).T


def read(weights: Weights, numbers: Array) -> Array:
    """Give the scores of the character after each, (t,) -> (t, size)."""
    wx, wh = weights["wx"], weights["wh"]
    x = np.eye(len(wx), dtype=wx.dtype)[np.asarray(numbers)][:, None]
    h = np.zeros((1, len(wh)), wh.dtype)
    states = rnn(x, h, wx, wh, weights["b"])
    return states[1:, 0] @ weights["w"] + weights["c"]
