r"""Find the bugs.

Somebody wrote softmax regression by hand, and it does not learn. The function
`broken` below runs without complaint, and has **four** faults. Find them with
the questions of this page, and write the sound version into `train`.

Two things are right and must stay: each *epoch* (轮次), one pass over the
rows, draws one `order = rng.permutation(n)` and deals the rows in that order,
`size` at a time, the short rest included; and each step's loss is that of its
batch, before the step. `x` is a float array `(n, d)`, `y` an integer array
`(n,)` with values from 0 to `classes` - 1. `train` returns `w` `(d, classes)`,
`b` `(classes,)` and the list of losses, one for each step, however large, and
changes neither `x` nor `y`. A class may have no rows.

What each line should do: deal a batch of rows with *their* labels; *softmax*,
$p_j = e^{z_j} / \sum_i e^{z_i}$, over the classes of each row; the mean
cross-entropy, of $-\log p$ at each row's label; its gradient in $z$, which is
$p$, with 1 taken off at the place of each row's label, divided by the number
of rows in the batch; one step downhill for `w` and `b`, `lr` times their
gradients.

`broken` is only there to be looked at and tried out; it is not graded.

Minutes: 25 · Difficulty: 3
"""

import numpy as np


def broken(x, y, classes, epochs, size, lr, rng):
    """Train a softmax regression. Or so its author hoped."""
    n, d = x.shape
    w, b, losses = np.zeros((d, classes)), np.zeros(classes), []
    grad_w, grad_b = np.zeros_like(w), np.zeros_like(b)
    for _ in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, size):
            part = x[order[start : start + size]]
            label = y[start : start + size]
            z = part @ w + b
            powers = np.exp(z - z.max(axis=1, keepdims=True))
            p = powers / powers.sum(axis=0, keepdims=True)
            rows = np.arange(len(part))
            losses.append(-np.mean(np.log(p[rows, label])))
            p[rows, label] -= 1
            grad_w += part.T @ p / len(part)
            grad_b += p.sum() / len(part)
            w -= lr * grad_w
            b -= lr * grad_b
    return w, b, losses


def train(
    x: np.ndarray,
    y: np.ndarray,
    classes: int,
    epochs: int,
    size: int,
    lr: float,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Do what `broken` was meant to do.

    Args:
        x: (n, d), inputs.
        y: (n,), labels.
        classes: how many there are.
        epochs: how often each row is seen.
        size: rows in a batch.
        lr: learning rate.
        rng: draws the orders.

    Returns:
        w (d, classes), b (classes,), and each step's loss.
    """
    raise NotImplementedError
