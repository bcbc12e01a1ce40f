"""A smear of blood that never was: discs whose boxes are known exactly.

How many cells of a kind a picture has, and how large they are, is about as
in the real photographs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from d2lcode.data.boxed import Box

Rng = np.random.Generator

COUNTS = {"train": 205, "valid": 87, "test": 72}
HEIGHT, WIDTH = 480, 640
"""The plane that cells lie on; a picture shows it in any size."""

GROUND = (0.86, 0.82, 0.80)


@dataclass(frozen=True)
class _Kind:
    """How the cells of a class look.

    Attributes:
        radii: the smallest and the largest radius, in pixels of 480×640.
        counts: the smallest and the largest number in a picture.
        rim: colour at the edge.
        core: colour in the middle.
    """

    radii: tuple[float, float]
    counts: tuple[int, int]
    rim: tuple[float, float, float]
    core: tuple[float, float, float]


# In the order of their labels.
KINDS = (
    _Kind((42, 56), (6, 16), (0.72, 0.48, 0.46), (0.84, 0.70, 0.68)),
    _Kind((85, 110), (1, 1), (0.58, 0.48, 0.70), (0.36, 0.20, 0.56)),
    _Kind((15, 22), (0, 3), (0.56, 0.42, 0.64), (0.44, 0.28, 0.58)),
)
# The large ones lie below, or they would hide the others.
_DRAWN = (1, 0, 2)
_APART = 0.75
"""Two centres are at least this many sums of their radii apart."""

_TRIES = 40


@dataclass(frozen=True)
class _Cell:
    """One disc: its class, its centre, and its two half-axes, in pixels."""

    label: int
    centre: tuple[float, float]
    axes: tuple[float, float]


def make(
    height: int, width: int, seed: int = 364
) -> tuple[dict[str, np.ndarray], dict[str, list[list[tuple[int, Box]]]]]:
    """Draw pictures of cells.

    The cells are the same in every size of the pictures.

    Args:
        height: of the pictures, in pixels.
        width: see there.
        seed: which cells.

    Returns:
        Part → pictures `(n, 3, height, width)` float32 in [0, 1], and part
        → for each picture its labels and boxes.
    """
    rng = np.random.default_rng(seed)
    x, found = {}, {}
    for part, n in COUNTS.items():
        pictures = [_cells(rng) for _ in range(n)]
        light = rng.uniform(0.92, 1.06, (n, 3))
        x[part] = np.stack(
            [
                _picture(cells, light_of, height, width)
                for cells, light_of in zip(pictures, light, strict=True)
            ]
        )
        found[part] = [[_boxed(cell) for cell in cells] for cells in pictures]
    return x, found


def _cells(rng: Rng) -> list[_Cell]:
    """Place the cells of one picture, in the order of drawing."""
    cells: list[_Cell] = []
    for label in _DRAWN:
        low, high = KINDS[label].counts
        for _ in range(rng.integers(low, high + 1)):
            placed = _placed(rng, label, cells)
            cells += [placed] if placed else []
    return cells


def _placed(rng: Rng, label: int, others: list[_Cell]) -> _Cell | None:
    """Find a place where a cell hides no other; None where all is full."""
    for _ in range(_TRIES):
        cell = _drawn(rng, label)
        if all(_apart(cell, other) for other in others):
            return cell
    return None


def _drawn(rng: Rng, label: int) -> _Cell:
    radius = rng.uniform(*KINDS[label].radii)
    stretch = rng.uniform(0.92, 1.08)
    x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
    return _Cell(label, (x, y), (radius * stretch, radius / stretch))


def _apart(one: _Cell, other: _Cell) -> bool:
    gap = np.hypot(*np.subtract(one.centre, other.centre))
    return gap > _APART * (max(one.axes) + max(other.axes))


def _boxed(cell: _Cell) -> tuple[int, Box]:
    """Give the box around a disc, cut off where the picture ends."""
    (x, y), (across, down) = cell.centre, cell.axes
    return cell.label, (
        max(0.0, (x - across) / WIDTH),
        max(0.0, (y - down) / HEIGHT),
        min(1.0, (x + across) / WIDTH),
        min(1.0, (y + down) / HEIGHT),
    )


def _picture(
    cells: list[_Cell], light: np.ndarray, height: int, width: int
) -> np.ndarray:
    picture = np.empty((3, height, width), np.float32)
    picture[:] = np.array(GROUND)[:, None, None]
    for cell in cells:
        _draw(picture, cell)
    picture *= light[:, None, None]
    return np.clip(picture, 0, 1, out=picture)


def _draw(picture: np.ndarray, cell: _Cell) -> None:
    """Lay a disc over the part of the picture that its box covers."""
    _, height, width = picture.shape
    _, (left, top, right, bottom) = _boxed(cell)
    rows = slice(int(top * height), int(np.ceil(bottom * height)))
    columns = slice(int(left * width), int(np.ceil(right * width)))
    down = (np.arange(height)[rows, None] + 0.5) * HEIGHT / height
    across = (np.arange(width)[columns] + 0.5) * WIDTH / width
    (x, y), (half_width, half_height) = cell.centre, cell.axes
    away = np.hypot((across - x) / half_width, (down - y) / half_height)
    # The edge is one pixel soft, as it is when areas are averaged.
    pixel = HEIGHT / height / half_height
    cover = np.clip((1 - away) / pixel + 0.5, 0, 1)
    kind = KINDS[cell.label]
    rim, core = (np.array(c)[:, None, None] for c in (kind.rim, kind.core))
    colour = core + (rim - core) * np.clip(away, 0, 1) ** 2
    part = picture[:, rows, columns]
    part += cover * (colour - part)
