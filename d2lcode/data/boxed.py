"""What a loader of pictures with boxes returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from d2lcode.data.rows import as_many, several

PADDING = -1
"""The label of a row that holds no box."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom edge, as parts of width and height."""


@dataclass(frozen=True, eq=False, repr=False)
class BoxSplit:
    """Pictures, and the boxes of what is to be found in them.

    Boxes are corners, `(left, top, right, bottom)`, as parts of the
    picture's width and height: 0 is the left or upper edge, 1 the right
    or lower one. So they hold for the picture in any size. A picture with
    fewer boxes than another has rows at its end with label −1 and a box
    of zeros, which has no area and overlaps nothing.

    Attributes:
        x: pictures, `(n, 3, h, w)` float32 in [0, 1].
        boxes: `(n, m, 4)` float32 in [0, 1].
        labels: `(n, m)` int64, a class or −1.

    Raises:
        ValueError: the three differ in length, or boxes and labels do not
            go together.
    """

    x: np.ndarray
    boxes: np.ndarray
    labels: np.ndarray

    def __post_init__(self) -> None:
        if self.boxes.shape != (*self.labels.shape, 4):
            raise ValueError(
                f"boxes has shape {self.boxes.shape}, expected "
                f"{(*self.labels.shape, 4)}, to go with labels"
            )
        as_many("labels", self.labels, self.x)

    @property
    def y(self) -> dict[str, np.ndarray]:
        """The targets as one: `{"boxes": boxes, "labels": labels}`."""
        return {"boxes": self.boxes, "labels": self.labels}

    def __len__(self) -> int:
        return len(self.x)

    def __getitem__(self, rows: slice | np.ndarray) -> BoxSplit:
        """Cut out pictures: a slice, an array of indices, or a mask.

        Raises:
            TypeError: `rows` is a single number.
            IndexError: an index is out of range.
        """
        several(rows, "one example is x[i], boxes[i], labels[i]")
        return BoxSplit(self.x[rows], self.boxes[rows], self.labels[rows])

    def __repr__(self) -> str:
        found = int((self.labels != PADDING).sum())
        return (
            f"BoxSplit({len(self)} pictures {self.x.shape[1:]}, "
            f"{found} boxes, at most {self.labels.shape[1]} in one)"
        )


@dataclass(frozen=True, eq=False, repr=False)
class BoxDataset:
    """Pictures with boxes in NumPy arrays, the same for both frameworks.

    Attributes:
        title: its name in words.
        train: what to learn from.
        valid: what to choose by.
        test: what to be judged by.
        classes: names of the classes, in the order of their numbers.
        real: False where this is the stand-in.
        source: where it came from, in words.
    """

    title: str
    train: BoxSplit
    valid: BoxSplit
    test: BoxSplit
    classes: tuple[str, ...]
    real: bool
    source: str

    def __repr__(self) -> str:
        kind = "real, from" if self.real else "NOT the real data, but"
        boxes, x = self.train.boxes, self.train.x
        return (
            f"{self.title} ({kind} {self.source}): {len(self.train)} train, "
            f"{len(self.valid)} valid, {len(self.test)} test, "
            f"x {x.shape[1:]} {x.dtype}, boxes {boxes.shape[1:]} "
            f"{boxes.dtype}, labels {boxes.shape[1:2]} int64"
        )


def pad(
    found: Sequence[Sequence[tuple[int, Box]]], length: int
) -> tuple[np.ndarray, np.ndarray]:
    """Turn lists of boxes into arrays of one length.

    Args:
        found: for each of n pictures, its labels and boxes.
        length: m, at least as long as the longest list.

    Returns:
        Boxes `(n, m, 4)` float32, and labels `(n, m)` int64.

    Raises:
        ValueError: a picture has more boxes than `length`.
    """
    boxes = np.zeros((len(found), length, 4), np.float32)
    labels = np.full((len(found), length), PADDING, np.int64)
    for i, row in enumerate(found):
        if len(row) > length:
            raise ValueError(
                f"length is {length}, expected at least {len(row)}, the "
                f"number of boxes of picture {i}"
            )
        for j, (label, box) in enumerate(row):
            boxes[i, j], labels[i, j] = box, label
    return boxes, labels


def splits(
    x: Mapping[str, np.ndarray],
    found: Mapping[str, Sequence[Sequence[tuple[int, Box]]]],
) -> dict[str, BoxSplit]:
    """Join pictures and boxes, part by part, all padded to one length.

    Args:
        x: part → pictures `(n, 3, h, w)`.
        found: part → for each picture, its labels and boxes.
    """
    length = max(len(row) for rows in found.values() for row in rows)
    return {
        part: BoxSplit(x[part], *pad(rows, length))
        for part, rows in found.items()
    }
