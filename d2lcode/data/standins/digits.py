"""Digits in the manner of MNIST, from those that scikit-learn carries.

1,797 real digits, 8x8 pixels, each by a hand and a pen. They are enlarged
to a box of about 20x20, strengthened, and set by their centre of mass in
28x28, as MNIST's were; then turned, sized and moved a little, each copy
differently. No original is in both parts.
"""

from __future__ import annotations

import numpy as np

from d2lcode.data.dataset import Split

TRAIN, TEST = 6000, 1000
SIDE = 28
_BOX = 20
_TEST_ORIGINALS = 300
_AT_ONCE = 100  # more would not fit a processor's cache


def make(seed: int = 28) -> tuple[Split, Split]:
    """Make 6,000 + 1,000 digits.

    Args:
        seed: which originals are kept for the test, and how copies vary.

    Returns:
        `train` and `test`: x `(n, 1, 28, 28)` float32 in [0, 1], y `(n,)`
        int64.
    """
    from sklearn.datasets import load_digits

    originals, labels = load_digits(return_X_y=True)
    small = originals.reshape(-1, 8, 8) / 16
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(small))
    parts = order[_TEST_ORIGINALS:], order[:_TEST_ORIGINALS]
    train, test = (
        _copies(rng, small[part], labels[part], n)
        for part, n in zip(parts, (TRAIN, TEST), strict=True)
    )
    return train, test


def _copies(
    rng: np.random.Generator, small: np.ndarray, labels: np.ndarray, n: int
) -> Split:
    which = rng.permutation(np.arange(n) % len(small))
    angle = rng.uniform(-0.15, 0.15, n)
    size = rng.uniform(0.9, 1.1, n)
    shift = rng.uniform(-1.5, 1.5, (n, 2))
    x = np.empty((n, 1, SIDE, SIDE), np.float32)
    for start in range(0, n, _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        x[rows, 0] = enlarge(
            small[which[rows]], angle[rows], size[rows], shift[rows]
        )
    return Split(x, labels[which].astype(np.int64))


def enlarge(
    small: np.ndarray, angle: np.ndarray, size: np.ndarray, shift: np.ndarray
) -> np.ndarray:
    """Set small pictures into 28x28, by their centres of mass.

    Args:
        small: `(n, h, w)`, in [0, 1].
        angle: by how much to turn each, `(n,)`, in radians.
        size: by how much to enlarge each beyond 20 pixels, `(n,)`.
        shift: by how many pixels to move each down and right, `(n, 2)`.

    Returns:
        `(n, 28, 28)`, in [0, 1].
    """
    grid = np.arange(SIDE) - (SIDE - 1) / 2
    down = grid[:, None] - shift[:, 0, None, None]
    right = grid[None, :] - shift[:, 1, None, None]
    cos, sin = (f(angle)[:, None, None] for f in (np.cos, np.sin))
    step = small.shape[1] / (_BOX * size[:, None, None])
    centre = _centre_of_mass(small)[:, :, None, None]
    row = centre[:, 0] + step * (cos * down - sin * right)
    column = centre[:, 1] + step * (sin * down + cos * right)
    return np.clip(1.7 * _sample(small, row, column) - 0.45, 0, 1)


def _centre_of_mass(small: np.ndarray) -> np.ndarray:
    _, h, w = small.shape
    mass = small.sum(axis=(1, 2))
    row = small.sum(axis=2) @ np.arange(h) / mass
    column = small.sum(axis=1) @ np.arange(w) / mass
    return np.stack([row, column], axis=1)


def _sample(
    small: np.ndarray, row: np.ndarray, column: np.ndarray
) -> np.ndarray:
    """Read pictures between their pixels, `(n, 28, 28)`; 0 outside."""
    framed = np.pad(small, ((0, 0), (1, 1), (1, 1)))
    row = np.clip(row + 1, 0, framed.shape[1] - 1.001)
    column = np.clip(column + 1, 0, framed.shape[2] - 1.001)
    r, c = row.astype(int), column.astype(int)
    a, b = row - r, column - c
    n = np.arange(len(small))[:, None, None]
    upper = (1 - b) * framed[n, r, c] + b * framed[n, r, c + 1]
    lower = (1 - b) * framed[n, r + 1, c] + b * framed[n, r + 1, c + 1]
    return (1 - a) * upper + a * lower
