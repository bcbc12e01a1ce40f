"""The gradient is a sum.

caught by: test_one_full_batch
says: mean over the batch: divide by its rows
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
            losses.append(-np.mean(np.log(p[rows, label])))
            p[rows, label] -= 1
            w -= lr * part.T @ p
            b -= lr * p.sum(axis=0)
    return w, b, losses
