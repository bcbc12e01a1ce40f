"""A block of rows at a time, and one coordinate after the other."""

import numpy as np


def nearest(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    found = []
    for part in np.array_split(a, 1 + len(a) * len(b) // 500_000):
        squares = np.zeros((len(part), len(b)))
        for x, y in zip(part.T, b.T, strict=True):
            squares += np.subtract.outer(x, y) ** 2
        found.append(squares.argmin(axis=1))
    return np.concatenate(found)
