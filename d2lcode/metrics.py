"""How right predictions are, by hand in NumPy.

The truth comes first, then the prediction. Classes are numbers 0, 1, 2, …;
logits become classes by `logits.argmax(axis=1)`. Every function here is
tested equal to scikit-learn's.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike


def accuracy(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Share of predictions that name the right class.

    Args:
        y_true: classes, `(n,)`, integers.
        y_pred: predicted classes, `(n,)`, integers.

    Raises:
        ValueError: an argument is no list of classes, or is empty, or the
            lengths differ.
    """
    true, pred = _classes(y_true, y_pred)
    return float((true == pred).mean())


def error_rate(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Share of predictions that name a wrong class: 1 − accuracy.

    Args:
        y_true: classes, `(n,)`, integers.
        y_pred: predicted classes, `(n,)`, integers.

    Raises:
        ValueError: as for `accuracy`.
    """
    return 1.0 - accuracy(y_true, y_pred)


def top_k_accuracy(y_true: ArrayLike, scores: ArrayLike, k: int = 5) -> float:
    """Share of rows whose right class is among the `k` highest scores.

    Of equal scores, the higher class number comes first.

    Args:
        y_true: classes, `(n,)`, integers from 0 to `classes − 1`.
        scores: logits or probabilities, `(n, classes)`.
        k: how many guesses are allowed, 1 to `classes`.

    Raises:
        ValueError: a shape does not fit, a class or `k` is out of range, or
            a score is not a number.
    """
    true, table = _class_list("y_true", y_true), np.asarray(scores)
    if table.ndim != 2 or len(table) != len(true):
        raise ValueError(
            f"scores has shape {table.shape}, expected ({len(true)}, classes)"
        )
    if np.isnan(table).any():
        raise ValueError("scores has NaN in it, expected numbers")
    _in_range("y_true", true, table.shape[1])
    if not 1 <= k <= table.shape[1]:
        raise ValueError(f"k is {k}, expected 1 to {table.shape[1]}")
    best = np.argsort(table, axis=1, kind="stable")[:, ::-1][:, :k]
    return float((best == true[:, None]).any(axis=1).mean())


def confusion_matrix(
    y_true: ArrayLike, y_pred: ArrayLike, classes: int | None = None
) -> np.ndarray:
    """Count how often each class is taken for each.

    Args:
        y_true: classes, `(n,)`, integers.
        y_pred: predicted classes, `(n,)`, integers.
        classes: how many there are; None takes the highest that occurs.

    Returns:
        `(classes, classes)` int64; row: the truth, column: the prediction.

    Raises:
        ValueError: as for `accuracy`, or a class is out of range.
    """
    true, pred = _classes(y_true, y_pred)
    count = _class_count(true, pred, classes)
    matrix = np.zeros((count, count), np.int64)
    np.add.at(matrix, (true, pred), 1)
    return matrix


class PrecisionRecallF1(NamedTuple):
    """Three views of each class, each `(classes,)`; `.mean()` is the macro.

    Attributes:
        precision: of what was called this class, the share that is.
        recall: of what is this class, the share that was called so.
        f1: the harmonic mean of both.
    """

    precision: np.ndarray
    recall: np.ndarray
    f1: np.ndarray


def precision_recall_f1(
    y_true: ArrayLike, y_pred: ArrayLike, classes: int | None = None
) -> PrecisionRecallF1:
    """Precision, recall and F1 of each class.

    Where there is nothing to divide by, the value is 0.

    Args:
        y_true: classes, `(n,)`, integers.
        y_pred: predicted classes, `(n,)`, integers.
        classes: how many there are; None takes the highest that occurs.

    Raises:
        ValueError: as for `confusion_matrix`.
    """
    matrix = confusion_matrix(y_true, y_pred, classes)
    right, called, are = np.diag(matrix), matrix.sum(0), matrix.sum(1)
    return PrecisionRecallF1(
        _share(right, called),
        _share(right, are),
        _share(2 * right, called + are),
    )


def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean of the squared differences, in the square of y's unit.

    NaN in an argument gives NaN: a run that diverged stays visible.

    Args:
        y_true: numbers, `(n,)` or `(n, m)`.
        y_pred: predictions, of the same shape.

    Raises:
        ValueError: the shapes differ, even only as `(n,)` and `(n, 1)`, or
            an argument is empty.
    """
    true, pred = _numbers(y_true, y_pred)
    return float(((true - pred) ** 2).mean())


def root_mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Root of the mean squared error, in the unit of y.

    Args:
        y_true: numbers, `(n,)` or `(n, m)`.
        y_pred: predictions, of the same shape.

    Raises:
        ValueError: as for `mean_squared_error`.
    """
    return float(np.sqrt(mean_squared_error(y_true, y_pred)))


def mean_absolute_error(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Mean of the differences without their sign, in the unit of y.

    Args:
        y_true: numbers, `(n,)` or `(n, m)`.
        y_pred: predictions, of the same shape.

    Raises:
        ValueError: as for `mean_squared_error`.
    """
    true, pred = _numbers(y_true, y_pred)
    return float(np.abs(true - pred).mean())


def r2(y_true: ArrayLike, y_pred: ArrayLike) -> float:
    """Share of y's variance that the predictions explain.

    1 is perfect, 0 no better than always saying the mean, and it has no
    lower bound.

    Args:
        y_true: numbers, `(n,)` or `(n, 1)`, not all the same.
        y_pred: predictions, of the same shape.

    Raises:
        ValueError: as for `mean_squared_error`, or `y_true` does not vary,
            or has more than one column.
    """
    true, pred = _numbers(y_true, y_pred)
    if true.size != len(true):
        raise ValueError(f"y_true has shape {true.shape}, expected one column")
    spread = ((true - true.mean()) ** 2).sum()
    if np.ptp(true) == 0:
        raise ValueError(
            f"y_true is {true.flat[0]} throughout, expected values that vary"
        )
    return float(1 - ((true - pred) ** 2).sum() / spread)


def _class_list(name: str, values: ArrayLike) -> np.ndarray:
    array = np.asarray(values)
    if array.ndim != 1 or array.size == 0 or array.dtype.kind not in "biu":
        raise ValueError(
            f"{name} has shape {array.shape} and type {array.dtype}, "
            "expected (n,) integer classes, n at least 1; logits become "
            "classes by argmax(axis=1)"
        )
    return array.astype(np.int64)


def _same_length(true: np.ndarray, pred: np.ndarray) -> None:
    if true.shape != pred.shape:
        raise ValueError(
            f"y_pred has shape {pred.shape}, expected that of y_true, "
            f"{true.shape}"
        )


def _classes(
    y_true: ArrayLike, y_pred: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    true, pred = _class_list("y_true", y_true), _class_list("y_pred", y_pred)
    _same_length(true, pred)
    return true, pred


def _numbers(
    y_true: ArrayLike, y_pred: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    # In float64, because float32 sums of squares lose digits.
    true, pred = np.asarray(y_true, float), np.asarray(y_pred, float)
    if true.ndim not in (1, 2) or true.size == 0:
        raise ValueError(
            f"y_true has shape {true.shape}, expected (n,) or (n, m), not "
            "empty"
        )
    _same_length(true, pred)
    return true, pred


def _class_count(
    true: np.ndarray, pred: np.ndarray, classes: int | None
) -> int:
    if classes is None:
        classes = int(max(true.max(), pred.max())) + 1
    elif classes < 1:
        raise ValueError(f"classes is {classes}, expected 1 or more")
    _in_range("y_true", true, classes)
    _in_range("y_pred", pred, classes)
    return classes


def _in_range(name: str, values: np.ndarray, classes: int) -> None:
    for extreme in (values.min(), values.max()):
        if not 0 <= extreme < classes:
            raise ValueError(
                f"{name} has class {extreme}, expected 0 to {classes - 1}"
            )


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return part / np.maximum(whole, 1)
