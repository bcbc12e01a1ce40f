"""A column of ones, logaddexp, and an order that is split."""

import numpy as np


def train(x, y, classes, epochs, size, lr, rng):
    n, d = x.shape
    design = np.c_[x, np.ones(n)]
    v, losses = np.zeros((d + 1, classes)), []
    for _ in range(epochs):
        for rows in np.split(rng.permutation(n), range(size, n, size)):
            z = design[rows] @ v
            log_p = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
            target = np.equal.outer(y[rows], np.arange(classes))
            losses.append(float(-log_p[target].mean()))
            v = v - lr * design[rows].T @ (np.exp(log_p) - target) / len(rows)
    return v[:-1], v[-1], losses
