"""Right: NumPy was asked, and lists stand for tuples."""

import numpy as np

x, w = np.ones((8, 3)), np.ones((3, 5))
y, b = np.arange(8), np.zeros(5)
SHAPES = {
    "1": (x @ w + b).shape,
    "2": list(x.mean(axis=0).shape),
    "3": "ERROR.",
    "4": np.array((x - x.mean(axis=1, keepdims=True)).shape),
    "5": ((x @ w)[:, 0] - y).shape,
    "6": [np.int64(8), np.int64(8)],
    "7": (x[:, None] - x).shape,
    "8": ((x @ w).argmax(axis=1) == y).mean().shape,
}
