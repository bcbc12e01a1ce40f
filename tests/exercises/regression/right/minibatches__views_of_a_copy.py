"""The rows are sorted by random numbers; batches are views of the copy."""

import numpy as np


def minibatches(inputs, targets, size, generator):
    order = np.argsort(generator.random(len(inputs)))
    x, y = inputs[order], targets[order]
    cuts = np.arange(size, len(x), size)
    return list(zip(np.split(x, cuts), np.split(y, cuts), strict=True))
