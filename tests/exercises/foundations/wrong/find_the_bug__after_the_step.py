"""The loss is taken after the step.

caught by: test_the_first_loss_is_log_k
says: the loss after the step
"""

import numpy as np


def train(x, y, classes, epochs, size, lr, rng):
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
            p[rows, label] -= 1
            w -= lr * part.T @ p / len(part)
            b -= lr * p.sum(axis=0) / len(part)
            z = part @ w + b
            z = z - z.max(axis=1, keepdims=True)
            q = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
            losses.append(-np.mean(np.log(q[rows, label])))
    return w, b, losses
