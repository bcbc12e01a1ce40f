"""Non-maximum suppression: of boxes for one thing, keep the best."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from d2lcode.scratch.detection.boxes import checked, iou

Array = NDArray[Any]


def nms(boxes: ArrayLike, scores: ArrayLike, threshold: float = 0.5) -> Array:
    """Keep the best boxes; drop those that overlap a better one.

    Args:
        boxes: corners (n, 4).
        scores: (n,); of equal ones, the first comes first.
        threshold: the largest IoU of two boxes that are both kept.

    Returns:
        The rows that are kept, best first, (k,) int64.

    Raises:
        ValueError: if a shape is another, or a score is not a number.
    """
    boxes = checked("boxes", boxes)
    scores = checked_scores(scores, len(boxes))
    order = np.argsort(-scores, kind="stable")
    kept = []
    while len(order):
        best, order = order[0], order[1:]
        kept.append(best)
        overlap = iou(boxes[[best]], boxes[order])[0]
        order = order[overlap <= threshold]
    return np.array(kept, dtype=np.int64)


def checked_scores(scores: ArrayLike, n: int) -> Array:
    """Give scores as an array (n,) of floats.

    Raises:
        ValueError: if the shape is another, or one is not a number.
    """
    array = np.asarray(scores, dtype=float)
    if array.shape != (n,):
        raise ValueError(f"scores has shape {array.shape}; expected ({n},)")
    if np.isnan(array).any():
        raise ValueError("scores has an entry that is not a number")
    return array
