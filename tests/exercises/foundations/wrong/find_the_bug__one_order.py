"""All epochs have one order.

caught by: test_several_epochs_with_a_short_last_batch
says: All epochs deal the rows in one order
"""

import numpy as np


def train(x, y, classes, epochs, size, lr, rng):
    n, d = x.shape
    w, b, losses = np.zeros((d, classes)), np.zeros(classes), []
    order = rng.permutation(n)
    for _ in range(epochs):
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
