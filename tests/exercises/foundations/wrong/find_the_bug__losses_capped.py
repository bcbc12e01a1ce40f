"""Probabilities are cut off at 1e-7, so that no loss is above 16.1.

caught by: test_large_losses_are_told_as_they_are
says: the losses are not
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
            losses.append(-np.mean(np.log(np.clip(p[rows, label], 1e-7, 1))))
            p[rows, label] -= 1
            w -= lr * part.T @ p / len(part)
            b -= lr * p.sum(axis=0) / len(part)
    return w, b, losses
