"""Labels: whole numbers that name classes, from 0 to classes - 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from d2lcode._checks import first_of


def checked_labels(
    name: str, labels: Any, scores: Sequence[int]
) -> np.ndarray:
    """The labels as int64, if there is one class for each set of scores.

    Args:
        name: what an error calls them.
        labels: classes, shape (n, ...).
        scores: the shape of their scores, (n, classes, ...).

    Raises:
        ValueError: if shape or type is another, or a label is no class.
    """
    array = np.asarray(labels)
    _same_places(name, array.shape, scores)
    if array.dtype.kind not in "biu":
        raise ValueError(
            f"{name} has type {array.dtype}; expected whole numbers, each "
            "a class"
        )
    wrong = (array < 0) | (array >= scores[1])
    if wrong.any():
        raise ValueError(
            f"{first_of(name, array, wrong)}; expected a class from 0 to "
            f"{scores[1] - 1} (whole numbers are classes, and the "
            f"model gives {scores[1]} scores)"
        )
    return array.astype(np.int64, copy=False)


def _same_places(
    name: str, shape: Sequence[int], scores: Sequence[int]
) -> None:
    if len(scores) < 2 or (scores[0], *scores[2:]) != tuple(shape):
        expected = (*scores[:1], *scores[2:])
        raise ValueError(
            f"{name} has shape {tuple(shape)} and holds whole numbers, "
            f"which are classes; expected shape {expected}, one class for "
            f"each row of scores, which have shape {tuple(scores)}"
        )


class LabelCheck:
    """Holds labels against the scores that a model gives for them.

    How many classes there are only the scores tell, so the labels are
    looked through when the first scores come; later ones cost nothing.

    Args:
        targets: name -> all labels, shape (n, ...).
    """

    def __init__(self, targets: Mapping[str, np.ndarray]) -> None:
        self.targets = targets
        self.classes = 0

    def __call__(self, scores: Sequence[int], labels: Sequence[int]) -> None:
        """Check a batch by its shapes, (n, classes, ...) and (n, ...).

        Raises:
            ValueError: as for `checked_labels`.
        """
        _same_places("y", labels, scores)
        if scores[1] != self.classes:
            for name, y in self.targets.items():
                rest = y.shape[1 : len(scores) - 1]
                checked_labels(name, y, (len(y), scores[1], *rest))
            self.classes = scores[1]


def check_tokens(
    scores: Sequence[int], shape: Sequence[int], y: np.ndarray | None = None
) -> None:
    """Refuse tokens that do not fit the scores for them.

    Args:
        scores: the shape of the scores, (n, t, v).
        shape: that of y, (n, t).
        y: the tokens, if they are to be looked at; below 0 is padding.

    Raises:
        ValueError: if the shapes do not fit or a token is not below v.
    """
    if len(scores) != 3 or tuple(scores[:2]) != tuple(shape):
        raise ValueError(
            f"y has shape {tuple(shape)} and logits have shape "
            f"{tuple(scores)}; expected (n, t) and (n, t, v)"
        )
    if y is not None and (y >= scores[2]).any():
        raise ValueError(
            f"{first_of('y', y, y >= scores[2])}; expected tokens below "
            f"{scores[2]}, the number of scores"
        )
