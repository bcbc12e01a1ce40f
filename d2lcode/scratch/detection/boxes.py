"""Boxes: two ways of writing them, and how much two of them overlap."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]


def checked(name: str, boxes: ArrayLike) -> Array:
    """Give boxes (n, 4) as an array of floats; [] is no boxes, (0, 4).

    Whole numbers become floats: those of a short type would wrap around.

    Raises:
        ValueError: if the shape is another or an entry is not finite.
    """
    array = np.asarray(boxes)
    if array.dtype.kind != "f":
        array = array.astype(float)
    if array.size == 0:
        array = array.reshape(0, 4)
    if array.ndim != 2 or array.shape[1] != 4:
        raise ValueError(f"{name} has shape {array.shape}; expected (n, 4)")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} has an entry that is not a finite number")
    return array


def to_centres(boxes: ArrayLike) -> Array:
    """Corners (left, top, right, bottom) as (x, y, width, height).

    Shapes: (n, 4) -> (n, 4); x and y are the middle of the box.

    Raises:
        ValueError: if boxes has another shape.
    """
    left, top, right, bottom = checked("boxes", boxes).T
    middle = (left + right) / 2, (top + bottom) / 2
    return np.stack([*middle, right - left, bottom - top], axis=1)


def to_corners(centres: ArrayLike) -> Array:
    """Centres (x, y, width, height) as (left, top, right, bottom).

    Shapes: (n, 4) -> (n, 4).

    Raises:
        ValueError: if centres has another shape.
    """
    x, y, w, h = checked("centres", centres).T
    edges = x - w / 2, y - h / 2, x + w / 2, y + h / 2
    return np.stack(edges, axis=1)


def areas(boxes: ArrayLike) -> Array:
    """The area of each box: (n, 4) corners -> (n,).

    A box whose right edge is left of its left one has none.

    Raises:
        ValueError: if boxes has another shape.
    """
    corners = checked("boxes", boxes)
    sides = np.clip(corners[:, 2:] - corners[:, :2], 0, None)
    return sides[:, 0] * sides[:, 1]


def iou(a: ArrayLike, b: ArrayLike) -> Array:
    """Intersection over union of each box of a with each box of b.

    Shapes: (n, 4) and (m, 4) corners -> (n, m), in [0, 1]. Boxes that
    only touch have 0, and so has a box without an area with any other.

    Raises:
        ValueError: if a or b has another shape.
    """
    a, b = checked("a", a), checked("b", b)
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    sides = np.clip(high - low, 0, None)
    shared = sides[..., 0] * sides[..., 1]
    union = areas(a)[:, None] + areas(b) - shared
    return shared / np.where(shared > 0, union, 1)
