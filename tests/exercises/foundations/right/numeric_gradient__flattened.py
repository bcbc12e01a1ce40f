"""Flat copies, and the way that the floats really went."""

import numpy as np


def numeric_gradient(f, x, step=1e-5):
    x = np.asarray(x).astype(np.float64)
    slopes = []
    for place in range(x.size):
        above, below = x.flatten(), x.flatten()
        above[place] += step
        below[place] -= step
        way = above[place] - below[place]
        up, down = (f(v.reshape(x.shape)) for v in (above, below))
        slopes.append((up - down) / way)
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
