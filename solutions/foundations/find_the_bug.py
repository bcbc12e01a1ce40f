r"""Find the bugs: the answer.

**One.** The rows were shuffled and the labels were not: `label` was cut
from `y` in its old order. Looking at three examples *as the model gets them*
shows it. **Two.** Softmax was taken down the columns (`axis=0`): the rows do
not sum to one, and the first loss is not $\log k$. **Three.** The gradients
were added up over all steps and never cleared, so that each step went on in
the direction of all before it; the loss swings instead of falling. **Four.**
The gradient of the bias was one number, the sum over rows *and* classes,
which is zero once softmax is right; printing its shape shows it.

Each of them alone leaves a program that runs.
"""

import numpy as np


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
    n, d = x.shape
    w, b, losses = np.zeros((d, classes)), np.zeros(classes), []
    for _ in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, size):
            batch = order[start : start + size]
            part, label = x[batch], y[batch]
            z = part @ w + b
            powers = np.exp(z - z.max(axis=1, keepdims=True))
            p = powers / powers.sum(axis=1, keepdims=True)
            rows = np.arange(len(part))
            losses.append(-np.mean(np.log(p[rows, label])))
            p[rows, label] -= 1
            w -= lr * part.T @ p / len(part)
            b -= lr * p.sum(axis=0) / len(part)
    return w, b, losses
