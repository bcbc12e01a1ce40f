"""Average precision: how good a list of found boxes is (VOC's rules).

https://doi.org/10.1007/s11263-009-0275-4
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from d2lcode._checks import positive_integer
from d2lcode.scratch.detection.boxes import checked, iou
from d2lcode.scratch.detection.suppression import checked_scores

Array = NDArray[Any]


class Found(NamedTuple):
    """What a detector found in one picture.

    Attributes:
        boxes: corners (n, 4).
        scores: (n,).
        labels: (n,), integers from 0.
    """

    boxes: Array
    scores: Array
    labels: Array


def hits(
    boxes: ArrayLike,
    scores: ArrayLike,
    truth: ArrayLike,
    threshold: float = 0.5,
) -> Array:
    """Say of each box of one class in one picture whether it is right.

    The best box comes first. Each looks at the true box with which it
    overlaps most; it is right if their IoU reaches the threshold and no
    better box has taken that one already.

    Args:
        boxes: corners (n, 4).
        scores: (n,); of equal ones, the first comes first.
        truth: corners (m, 4).
        threshold: the least IoU.

    Returns:
        (n,) truth values, in the order of `boxes`.

    Raises:
        ValueError: if a shape is another, or a score is not a number.
    """
    boxes, truth = checked("boxes", boxes), checked("truth", truth)
    scores = checked_scores(scores, len(boxes))
    right, taken = np.zeros(len(boxes), bool), np.zeros(len(truth), bool)
    if len(truth) == 0:
        return right
    overlap = iou(boxes, truth)
    nearest = overlap.argmax(1)
    for i in np.argsort(-scores, kind="stable"):
        j = nearest[i]
        right[i] = overlap[i, j] >= threshold and not taken[j]
        taken[j] |= right[i]
    return right


def curve(
    scores: ArrayLike, right: ArrayLike, total: int
) -> tuple[Array, Array]:
    """Precision and recall of the best 1, 2, …, n boxes.

    Args:
        scores: (n,); of equal ones, the first comes first.
        right: (n,), whether each box is right.
        total: how many true boxes there are.

    Returns:
        Precision (n,) and recall (n,).

    Raises:
        ValueError: if the shapes differ, total is below 1, or a score is
            not a number.
    """
    right = np.asarray(right, dtype=bool)
    scores = checked_scores(scores, right.size)
    total = positive_integer("total", total)
    number = np.cumsum(right[np.argsort(-scores, kind="stable")])
    return number / np.arange(1, len(number) + 1), number / total


def average_precision(
    scores: ArrayLike, right: ArrayLike, total: int
) -> float:
    """The area below the curve of precision over recall, without dips.

    At each recall counts the best precision that is reached there or
    further on. Arguments and errors are those of `curve`.
    """
    precision, recall = curve(scores, right, total)
    without_dips = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.sum(np.diff(recall, prepend=0) * without_dips))


def average_precisions(
    found: Sequence[Found],
    boxes: Sequence[ArrayLike] | Array,
    labels: Sequence[ArrayLike] | Array,
    classes: int,
    threshold: float = 0.5,
) -> Array:
    """The average precision of each class, over all pictures.

    Args:
        found: for each picture, what was found in it.
        boxes: for each picture, its true boxes, corners (m, 4).
        labels: for each picture, their classes (m,); -1 is no box.
        classes: how many there are.
        threshold: the least IoU of a box that is right.

    Returns:
        (classes,); NaN where no picture has the class.

    Raises:
        ValueError: if the lengths differ or a shape is another.
    """
    if not len(found) == len(boxes) == len(labels):
        raise ValueError(
            f"found has {len(found)} pictures, boxes {len(boxes)} and "
            f"labels {len(labels)}; expected as many of each"
        )
    pictures = list(zip(found, boxes, labels, strict=True))
    each = range(positive_integer("classes", classes))
    return np.array([_of_class(k, pictures, threshold) for k in each])


def _of_class(k: int, pictures: list[Any], threshold: float) -> float:
    scores, right, total = [], [], 0
    for found, boxes, labels in pictures:
        truth = checked("boxes", boxes)[np.asarray(labels) == k]
        ours = np.asarray(found.labels) == k
        score = np.asarray(found.scores)[ours]
        box = checked("found.boxes", found.boxes)[ours]
        scores.append(score)
        right.append(hits(box, score, truth, threshold))
        total += len(truth)
    if total == 0:
        return float("nan")
    return average_precision(
        np.concatenate(scores), np.concatenate(right), total
    )


def mean_average_precision(
    found: Sequence[Found],
    boxes: Sequence[ArrayLike] | Array,
    labels: Sequence[ArrayLike] | Array,
    classes: int,
    threshold: float = 0.5,
) -> float:
    """The mean of `average_precisions` over the classes that occur.

    Raises:
        ValueError: as there, or if no picture has any box.
    """
    each = average_precisions(found, boxes, labels, classes, threshold)
    if np.isnan(each).all():
        raise ValueError("labels has no class; expected at least one box")
    return float(np.nanmean(each))
