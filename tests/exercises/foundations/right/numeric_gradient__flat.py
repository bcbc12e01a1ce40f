"""The entries are numbered in a flat copy, which takes its shape for f."""

import numpy as np


def numeric_gradient(g, at, step=1e-5):
    start = np.asarray(at, dtype=np.float64)
    flat, slopes = start.flatten(), []
    for i, kept in enumerate(flat.tolist()):
        sides = []
        for sign in (1, -1):
            moved = flat.copy()
            moved[i] = kept + sign * step
            sides.append(g(moved.reshape(start.shape)))
        slopes.append((sides[0] - sides[1]) / (2 * step))
    return np.array(slopes, dtype=np.float64).reshape(start.shape)
