"""Blocks of both, and the nearest so far."""

import numpy as np


def nearest(a, b):
    found = np.zeros(len(a), dtype=np.int64)
    best = np.full(len(a), np.inf)
    for i in range(0, len(a), 300):
        here = slice(i, i + 300)
        for j in range(0, len(b), 500):
            gaps = a[here, None] - b[None, j : j + 500]
            squares = np.einsum("nmd,nmd->nm", gaps, gaps)
            place = squares.argmin(axis=1)
            least = squares[np.arange(len(place)), place]
            nearer = least < best[here]
            found[here][nearer] = place[nearer] + j
            best[here][nearer] = least[nearer]
    return found
