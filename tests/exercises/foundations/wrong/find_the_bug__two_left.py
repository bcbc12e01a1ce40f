"""Two of the faults are left.

caught by: test_one_full_batch
says: 2 of the 4 faults are still in it
"""

import numpy as np


def train(x, y, classes, epochs, size, lr, rng):
    n, d = x.shape
    w, b, losses = np.zeros((d, classes)), np.zeros(classes), []
    grad_w, grad_b = np.zeros_like(w), np.zeros_like(b)
    for _ in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, size):
            batch = order[start : start + size]
            part = x[batch]
            label = y[start : start + size]
            z = part @ w + b
            powers = np.exp(z - z.max(axis=1, keepdims=True))
            p = powers / powers.sum(axis=1, keepdims=True)
            rows = np.arange(len(part))
            losses.append(-np.mean(np.log(p[rows, label])))
            p[rows, label] -= 1
            grad_w += part.T @ p / len(part)
            grad_b += p.sum(axis=0) / len(part)
            w -= lr * grad_w
            b -= lr * grad_b
    return w, b, losses
