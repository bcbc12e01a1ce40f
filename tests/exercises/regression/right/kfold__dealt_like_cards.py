"""Each row draws a number; the parts are dealt in turn; lists of two."""

import numpy as np


def kfold(n, k, rng):
    if k < 2 or k > n:
        raise ValueError(f"k = {k}: expected 2 to {n}")
    order = np.argsort(rng.random(n)).astype(np.uint16)
    fold = np.arange(n) % k
    return tuple([order[fold != i], order[fold == i]] for i in range(k))
