"""What stands around an SSD's network: anchors, targets, augmentation.

All in NumPy, the same for both frameworks. https://arxiv.org/abs/1512.02325
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from d2lcode.scratch.detection.anchors import decode, encode, grid, match
from d2lcode.scratch.detection.scoring import Found
from d2lcode.scratch.detection.suppression import nms
from d2lcode.scratch.softmax_regression import softmax

Array = NDArray[Any]
HEIGHT, WIDTH = 120, 160
GRIDS = {
    (30, 40): [(10, 10)],
    (15, 20): [(26, 26), (31, 22), (22, 31)],
    (8, 10): [(38, 36), (54, 52)],
}
"""Rows and columns of a map, and the sizes of its anchors in pixels."""


def ssd_anchors() -> Array:
    """The 2,260 anchors of `SmallSSD`, in its order: corners (2260, 4)."""
    parts = [
        grid(*cells, [(w / WIDTH, h / HEIGHT) for w, h in sizes])
        for cells, sizes in GRIDS.items()
    ]
    return np.concatenate(parts).astype(np.float32)


ANCHORS = ssd_anchors()


def targets(boxes: Array, labels: Array) -> dict[str, Array]:
    """What each anchor should say, for a batch of pictures.

    Args:
        boxes: true boxes, corners (n, m, 4).
        labels: their classes (n, m); -1 is no box.

    Returns:
        "classes" (n, a) int64: 0 for background, else the label + 1; and
        "offsets" (n, a, 4) float32, zeros for background.
    """
    classes = np.zeros((len(boxes), len(ANCHORS)), np.int64)
    offsets = np.zeros((*classes.shape, 4), np.float32)
    for i, (own, names) in enumerate(zip(boxes, labels, strict=True)):
        own, names = own[names >= 0], names[names >= 0]
        box = match(ANCHORS, own)
        found = box >= 0
        classes[i, found] = names[box[found]] + 1
        offsets[i, found] = encode(own[box[found]], ANCHORS[found])
    return {"classes": classes, "offsets": offsets}


def flipped(
    x: Array, boxes: Array, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Turn some pictures left to right, some upside down; boxes go along.

    Args:
        x: pictures (n, c, h, w).
        boxes: corners (n, m, 4), as parts of the picture.
        rng: decides for each picture and direction with a chance of 1/2.

    Returns:
        New arrays of the same shapes.
    """
    x, boxes = x.copy(), boxes.copy()
    for low, high, axis in ((0, 2, 3), (1, 3, 2)):
        turn = rng.random(len(x)) < 0.5
        x[turn] = np.flip(x[turn], axis)
        first, last = boxes[turn, :, low], boxes[turn, :, high]
        boxes[turn, :, low], boxes[turn, :, high] = 1 - last, 1 - first
    return x, boxes


def tinted(x: Array, rng: np.random.Generator) -> Array:
    """Change light and colour a little, each picture in its own way."""
    factor = rng.uniform(0.85, 1.15, (len(x), 3, 1, 1))
    light = rng.uniform(-0.05, 0.05, (len(x), 1, 1, 1))
    return (x * factor + light).astype(np.float32)


def prepared(
    x: Array, y: Mapping[str, Array], rng: np.random.Generator
) -> tuple[Array, dict[str, Array]]:
    """A batch with targets for its anchors; a `joint_transform`."""
    return x, targets(y["boxes"], y["labels"])


def augmented(
    x: Array, y: Mapping[str, Array], rng: np.random.Generator
) -> tuple[Array, dict[str, Array]]:
    """The same of pictures flipped and tinted at random."""
    x, boxes = flipped(x, y["boxes"], rng)
    return tinted(x, rng), targets(boxes, y["labels"])


def detect(
    logits: ArrayLike,
    offsets: ArrayLike,
    least: float = 0.05,
    threshold: float = 0.4,
    most: int = 200,
) -> list[Found]:
    """Turn a network's outputs into boxes, by suppression class by class.

    Args:
        logits: (n, a, classes + 1), background first.
        offsets: (n, a, 4).
        least: the lowest probability of a box that is given.
        threshold: the largest IoU of two boxes of one class.
        most: of a class, only the so many surest boxes are looked at.

    Returns:
        For each picture, boxes cut off at its edges, probabilities, labels.

    Raises:
        ValueError: if a shape is another.
    """
    logits, offsets = np.asarray(logits, float), np.asarray(offsets, float)
    shape = (*np.shape(offsets)[:1], len(ANCHORS))
    if offsets.shape != (*shape, 4) or logits.shape[:-1] != shape:
        raise ValueError(
            f"logits has shape {logits.shape} and offsets {offsets.shape}; "
            f"expected (n, {len(ANCHORS)}, classes + 1) and "
            f"(n, {len(ANCHORS)}, 4)"
        )
    found = []
    for rows, way in zip(logits, offsets, strict=True):
        boxes = np.clip(decode(way, ANCHORS), 0, 1)
        each = [
            _of_class(score, boxes, least, threshold, most)
            for score in softmax(rows)[:, 1:].T
        ]
        found.append(_joined(boxes, each))
    return found


def _of_class(
    score: Array, boxes: Array, least: float, threshold: float, most: int
) -> tuple[Array, Array]:
    """The rows of the boxes of one class that are kept, and their scores."""
    surest = np.argsort(-score, kind="stable")[:most]
    sure = surest[score[surest] >= least]
    kept = sure[nms(boxes[sure], score[sure], threshold)]
    return kept, score[kept]


def _joined(boxes: Array, each: list[tuple[Array, Array]]) -> Found:
    rows, scores = map(np.concatenate, zip(*each, strict=True))
    labels = np.repeat(np.arange(len(each)), [len(kept) for kept, _ in each])
    return Found(boxes[rows], scores, labels)
