"""Silhouettes of garments in the manner of Fashion-MNIST.

Each class is a drawing with a few measures (widths, lengths, slants) that
are drawn at random, with soft edges, cloth of its own brightness and grain.
Tops differ only in sleeves, length and front, shoes only in shaft and
straps, so that no single pixel gives a class away.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from d2lcode.data.dataset import Split

TRAIN, TEST = 6000, 1000
SIDE = 28
_EDGE = 0.06  # softness of an edge; a pixel is 0.071 wide

Rng = np.random.Generator
Grid = tuple[np.ndarray, np.ndarray]


def make(seed: int = 10) -> tuple[Split, Split]:
    """Draw 6,000 + 1,000 garments, as many of each class.

    Args:
        seed: which ones.

    Returns:
        `train` and `test`: x `(n, 1, 28, 28)` float32 in [0, 1], y `(n,)`
        int64, a number into `images.GARMENTS`.
    """
    rng = np.random.default_rng(seed)
    return _split(rng, TRAIN), _split(rng, TEST)


def _split(rng: Rng, n: int) -> Split:
    y = rng.permutation(np.arange(n) % len(_DRAWINGS))
    x = np.empty((n, 1, SIDE, SIDE), np.float32)
    for label, draw in enumerate(_DRAWINGS):
        rows = np.flatnonzero(y == label)
        x[rows, 0] = _dress(rng, draw(rng, _grid(rng, len(rows))))
    return Split(x, y.astype(np.int64))


def _grid(rng: Rng, n: int) -> Grid:
    """Coordinates from −1 to 1, down and right, moved, sized, turned."""
    line = np.linspace(-1, 1, SIDE)
    down, right = line[:, None], line[None, :]
    down = (down - _draw(rng, n, -0.12, 0.12)) * _draw(rng, n, 0.95, 1.25)
    right = (right - _draw(rng, n, -0.15, 0.15)) * _draw(rng, n, 0.95, 1.25)
    slant = _draw(rng, n, -0.12, 0.12)
    return down + slant * right, right - slant * down


def _dress(rng: Rng, shape: np.ndarray) -> np.ndarray:
    """Give silhouettes brightness, stripes or grain, and noise."""
    n = len(shape)
    line = np.linspace(-1, 1, SIDE)[:, None]
    cloth = _draw(rng, n, 0.35, 1.0)
    depth = _draw(rng, n, 0.0, 0.25)
    wave = np.sin(line * _draw(rng, n, 5, 40) + _draw(rng, n, 0, 6.3))
    grain = rng.normal(0, 0.13, shape.shape)
    return np.clip(shape * (cloth * (1 + depth * wave) + grain), 0, 1)


def _draw(rng: Rng, n: int, low: float, high: float) -> np.ndarray:
    return rng.uniform(low, high, (n, 1, 1))


def _maybe(rng: Rng, n: int, chance: float) -> np.ndarray:
    return (rng.uniform(size=(n, 1, 1)) < chance).astype(float)


def _inside(signed: np.ndarray) -> np.ndarray:
    """Turn a distance (positive inside) into ink with a soft edge."""
    return np.clip(signed / _EDGE + 0.5, 0, 1)


def _band(
    value: np.ndarray, low: np.ndarray | float, high: np.ndarray | float
) -> np.ndarray:
    return _inside(np.minimum(value - low, high - value))


def _join(*shapes: np.ndarray) -> np.ndarray:
    return np.maximum.reduce(np.broadcast_arrays(*shapes))


def _top(
    rng: Rng, grid: Grid, *, sleeve: tuple[float, float], wide: float
) -> np.ndarray:
    """A trunk with a neck cut out and two sleeves, hanging outwards."""
    down, right = grid
    n = len(down)
    side = np.abs(right)
    half = _draw(rng, n, 0.4, 0.5) + wide + 0.06 * down
    hem = _draw(rng, n, 0.75, 0.92)
    trunk = _band(down, -0.85, hem) * _inside(half - side)
    neck = _draw(rng, n, 0.12, 0.25)
    cut = _inside(neck - np.hypot(right, 1.4 * (down + 0.9)))
    reach = _draw(rng, n, *sleeve)
    lean = _draw(rng, n, 0.2, 0.4)
    middle = half + 0.02 + lean * (down + 0.7)
    arm = _inside(_draw(rng, n, 0.12, 0.17) - np.abs(side - middle))
    arm = arm * _band(down, -0.85 + 0.5 * (side - half), reach)
    return _join(trunk, arm) * (1 - cut)


def _t_shirt(rng: Rng, grid: Grid) -> np.ndarray:
    return _top(rng, grid, sleeve=(-0.45, -0.1), wide=0.0)


def _pullover(rng: Rng, grid: Grid) -> np.ndarray:
    top = _top(rng, grid, sleeve=(0.45, 0.85), wide=0.0)
    cuffs = _band(grid[0], _draw(rng, len(top), 0.6, 0.75), 1.0)
    return top * (1 - 0.35 * cuffs * _maybe(rng, len(top), 0.6))


def _coat(rng: Rng, grid: Grid) -> np.ndarray:
    top = _top(rng, grid, sleeve=(0.5, 0.9), wide=0.03)
    zip_ = _inside(_draw(rng, len(top), 0.03, 0.07) - np.abs(grid[1]))
    return top * (1 - _draw(rng, len(top), 0.15, 0.9) * zip_)


def _shirt(rng: Rng, grid: Grid) -> np.ndarray:
    n = len(grid[0])
    short = _top(rng, grid, sleeve=(-0.35, 0.0), wide=-0.03)
    long = _top(rng, grid, sleeve=(0.35, 0.8), wide=-0.03)
    top = np.where(_maybe(rng, n, 0.4) > 0, short, long)
    dots = _inside(0.04 - np.abs(grid[1])) * (np.sin(grid[0] * 18) > 0.2)
    return top * (1 - _draw(rng, n, 0.1, 0.8) * dots)


def _trouser(rng: Rng, grid: Grid) -> np.ndarray:
    down, right = grid
    n = len(down)
    side = np.abs(right)
    flare = _draw(rng, n, -0.03, 0.1)
    half = _draw(rng, n, 0.28, 0.4) + flare * (down + 0.9)
    gap = _draw(rng, n, 0.03, 0.12) * (down + _draw(rng, n, 0.2, 0.5))
    legs = _band(down, -0.92, _draw(rng, n, 0.7, 0.95))
    return legs * _band(side, gap, half)


def _dress_shape(rng: Rng, grid: Grid) -> np.ndarray:
    down, right = grid
    n = len(down)
    waist = _draw(rng, n, 0.16, 0.26)
    half = waist + _draw(rng, n, 0.08, 0.3) * np.abs(down + 0.25)
    body = _band(down, -0.9, _draw(rng, n, 0.75, 0.95))
    body = body * _inside(half - np.abs(right))
    neck = _draw(rng, n, 0.08, 0.2)
    cut = _inside(neck - np.hypot(right, 0.8 * (down + 0.92)))
    arm = _band(np.abs(right), 0.0, half + _draw(rng, n, 0.05, 0.2))
    arm = arm * _band(down, -0.85, _draw(rng, n, -0.6, -0.1))
    return _join(body, arm * _maybe(rng, n, 0.5)) * (1 - cut)


def _sole(
    rng: Rng, grid: Grid, *, ankle: tuple[float, float]
) -> tuple[np.ndarray, np.ndarray]:
    """A shoe seen from the side, toe to the left, and the way above ground."""
    down, right = grid
    n = len(down)
    ground = _draw(rng, n, 0.35, 0.5)
    rise = _draw(rng, n, *ankle)
    slope = 1 / (1 + np.exp(-(right - _draw(rng, n, -0.1, 0.25)) * 9))
    height = 0.2 + rise * slope
    toe = _draw(rng, n, -0.95, -0.85)
    shoe = _band(right, toe, 0.85) * _band(down, ground - height, ground)
    return shoe, ground - down


def _sneaker(rng: Rng, grid: Grid) -> np.ndarray:
    shoe, above = _sole(rng, grid, ankle=(0.2, 0.5))
    sole = _band(above, 0.0, _draw(rng, len(shoe), 0.06, 0.14))
    return shoe * (1 - 0.4 * sole * _maybe(rng, len(shoe), 0.7))


def _ankle_boot(rng: Rng, grid: Grid) -> np.ndarray:
    shoe, above = _sole(rng, grid, ankle=(0.45, 1.0))
    arch = _band(grid[1], -0.2, 0.4) * _band(above, -0.1, 0.07)
    return shoe * (1 - arch * _maybe(rng, len(shoe), 0.6))


def _sandal(rng: Rng, grid: Grid) -> np.ndarray:
    shoe, above = _sole(rng, grid, ankle=(0.1, 0.7))
    n = len(shoe)
    phase, pitch = _draw(rng, n, 0, 6.3), _draw(rng, n, 7, 13)
    straps = np.sin(grid[1] * pitch + _draw(rng, n, -6, 6) * above + phase)
    open_ = _inside(0.3 * straps) * _band(above, 0.12, 2.0)
    return shoe * (1 - open_ * _draw(rng, n, 0.6, 1.0))


def _bag(rng: Rng, grid: Grid) -> np.ndarray:
    down, right = grid
    n = len(down)
    side, top = np.abs(right), _draw(rng, n, -0.35, 0.1)
    half = _draw(rng, n, 0.55, 0.85) + _draw(rng, n, -0.1, 0.2) * down
    body = _band(down, top, _draw(rng, n, 0.55, 0.85)) * _inside(half - side)
    bow = np.hypot(right / _draw(rng, n, 0.3, 0.6), (down - top) / 0.55)
    handle = _inside(_draw(rng, n, 0.08, 0.16) - np.abs(bow - 0.9))
    handle = handle * _inside(top - down)
    flap = _inside(0.03 - np.abs(down - top - _draw(rng, n, 0.1, 0.4)))
    body = body * (1 - 0.5 * flap * _maybe(rng, n, 0.6))
    return _join(body, handle * _maybe(rng, n, 0.85))


_DRAWINGS: tuple[Callable[[Rng, Grid], np.ndarray], ...] = (
    _t_shirt,
    _trouser,
    _pullover,
    _dress_shape,
    _coat,
    _sandal,
    _shirt,
    _sneaker,
    _bag,
    _ankle_boot,
)
