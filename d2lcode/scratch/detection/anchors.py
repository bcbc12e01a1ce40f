"""Anchor boxes: where they stand, what each is to find, and by how much."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from d2lcode._checks import positive_integer
from d2lcode.scratch.detection.boxes import (
    checked,
    iou,
    to_centres,
    to_corners,
)

Array = NDArray[Any]
SCALES = np.array([0.1, 0.1, 0.2, 0.2])
"""What offsets are divided by, so that they are about as large as 1."""


def grid(
    rows: int, columns: int, sizes: Sequence[tuple[float, float]]
) -> Array:
    """Boxes of the same few sizes around the middle of every cell.

    Args:
        rows: of cells in the picture.
        columns: of cells.
        sizes: (width, height) of each box, as parts of the picture's.

    Returns:
        Corners (rows · columns · sizes, 4), the sizes of one cell side by
        side, row by row. Boxes may reach beyond the picture.

    Raises:
        ValueError: if there is no row or column, or sizes is not a list of
            pairs above 0.
    """
    positive_integer("rows", rows)
    positive_integer("columns", columns)
    pairs = np.asarray(sizes, dtype=float)
    if pairs.ndim != 2 or pairs.shape[1] != 2 or not (pairs > 0).all():
        raise ValueError(f"sizes is {sizes!r}; expected pairs above 0")
    y = (np.arange(rows) + 0.5) / rows
    x = (np.arange(columns) + 0.5) / columns
    middle = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 1, 2)
    middle, pairs = np.broadcast_arrays(middle, pairs)
    return to_corners(np.concatenate([middle, pairs], -1).reshape(-1, 4))


def match(
    anchors: ArrayLike, boxes: ArrayLike, threshold: float = 0.5
) -> Array:
    """Say which box each anchor is to find.

    An anchor takes the box with which it overlaps most, if their IoU
    reaches the threshold. Then every box that overlaps an anchor gets one
    of its own: the strongest pair first, no anchor twice.

    Args:
        anchors: corners (a, 4).
        boxes: corners (m, 4).
        threshold: the least IoU, above 0, up to 1.

    Returns:
        (a,) integers: the row of the box, or -1 for background.

    Raises:
        ValueError: if a shape or the threshold is none of these.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold is {threshold}; expected above 0 to 1")
    left = iou(anchors, boxes)
    if left.size == 0:
        return np.full(len(left), -1)
    found = np.where(left.max(1) >= threshold, left.argmax(1), -1)
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor], left[:, box] = 0, 0
    return found


def encode(boxes: ArrayLike, anchors: ArrayLike) -> Array:
    """Write each box as the way to it from its anchor.

    The middle's way is measured in widths and heights of the anchor, the
    size by the logarithm of its ratio; both are then divided by `SCALES`.

    Shapes: corners (n, 4) and (n, 4), row by row -> offsets (n, 4).

    Raises:
        ValueError: if the shapes differ, or a box has no width or height.
    """
    box, anchor = to_centres(boxes), to_centres(anchors)
    if box.shape != anchor.shape:
        raise ValueError(
            f"boxes has shape {box.shape}; expected that of anchors, "
            f"{anchor.shape}"
        )
    for name, value in (("boxes", box), ("anchors", anchor)):
        if not (value[:, 2:] > 0).all():
            raise ValueError(f"{name} has a box without width or height")
    way = (box[:, :2] - anchor[:, :2]) / anchor[:, 2:]
    growth = np.log(box[:, 2:] / anchor[:, 2:])
    return np.concatenate([way, growth], axis=1) / SCALES


def decode(offsets: ArrayLike, anchors: ArrayLike) -> Array:
    """Go from each anchor by its offsets; the opposite of `encode`.

    Shapes: offsets (n, 4), anchors (n, 4) corners -> corners (n, 4).

    Raises:
        ValueError: if the shapes differ.
    """
    way, anchor = checked("offsets", offsets) * SCALES, to_centres(anchors)
    if way.shape != anchor.shape:
        raise ValueError(
            f"offsets has shape {way.shape}; expected that of anchors, "
            f"{anchor.shape}"
        )
    middle = anchor[:, :2] + way[:, :2] * anchor[:, 2:]
    size = anchor[:, 2:] * np.exp(way[:, 2:])
    return to_corners(np.concatenate([middle, size], axis=1))
