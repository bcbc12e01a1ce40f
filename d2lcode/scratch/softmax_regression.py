"""Softmax regression by hand: ten linear scores, made probabilities."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import natural, positive, positive_integer
from d2lcode._labels import checked_labels
from d2lcode.scratch.linear_regression import batches

Array = NDArray[Any]


def softmax(logits: Array) -> Array:
    """Turn scores (n, k) into probabilities, each row summing to one."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


def cross_entropy(logits: Array, labels: Array) -> float:
    """Give the mean of -log p(label); logits (n, k), labels (n,)."""
    labels = checked_labels("labels", labels, logits.shape)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    right = shifted[np.arange(len(labels)), labels]
    return float(np.mean(log_sum - right))


def gradient(logits: Array, labels: Array) -> Array:
    """Give the slope of the mean cross-entropy for each logit: (n, k)."""
    labels = checked_labels("labels", labels, logits.shape)
    p = softmax(logits)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)


def descend(
    x: Array,
    y: Array,
    *,
    classes: int,
    lr: float,
    epochs: int,
    batch_size: int,
    seed: int = 0,
) -> tuple[Array, Array, list[float]]:
    """Fit w (d, k) and b (k,) by mini-batch gradient descent, from zero.

    Args:
        x: inputs (n, d).
        y: labels (n,), from 0 to classes - 1.
        classes: how many there are.
        lr: learning rate.
        epochs: how often each row is seen.
        batch_size: rows per step.
        seed: of the order in which the rows come.

    Returns:
        w, b, and the loss of each step's batch before the step.

    Raises:
        ValueError: if a label or a number is out of range.
    """
    positive("lr", lr)
    positive_integer("batch_size", batch_size)
    y = checked_labels("y", y, (len(x), classes))
    rng = np.random.default_rng(seed)
    w = np.zeros((x.shape[1], classes), x.dtype)
    b = np.zeros(classes, x.dtype)
    losses = []
    for _ in range(natural("epochs", epochs)):
        for part, labels in batches(x, y, batch_size, rng):
            logits = part @ w + b
            losses.append(cross_entropy(logits, labels))
            slope = gradient(logits, labels)
            w -= lr * part.T @ slope
            b -= lr * slope.sum(axis=0)
    return w, b, losses
