r"""Non-maximum suppression: the answer.

Take the best box that is left, keep it, and drop all that overlap it too
much; then the best of what is left, and so on. What is left never overlaps a
box that was kept, so each box need only be compared with the new one, and a
dropped box is gone before it can drop another.

Sorting `-scores` by a stable method puts the highest first and leaves equal
ones in their order; sorting ascending and turning the result round would put
equal ones in the opposite order.
"""

import numpy as np


def _iou_with(box: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Measure the overlap of one box (4,) with boxes (n, 4): (n,)."""
    begin = np.maximum(box[:2], boxes[:, :2])
    end = np.minimum(box[2:], boxes[:, 2:])
    shared = np.maximum(end - begin, 0).prod(axis=1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    return shared / (area + (box[2:] - box[:2]).prod() - shared)


def nms(boxes: np.ndarray, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Keep the best boxes; drop those that overlap one of them.

    Args:
        boxes: corners, (n, 4).
        scores: (n,).
        threshold: the largest IoU of two boxes that are kept.

    Returns:
        The row numbers of the boxes kept, best first, (k,).
    """
    left = np.argsort(-scores, kind="stable")
    kept = []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        overlap = _iou_with(boxes[best], boxes[left])
        left = left[overlap <= threshold]
    return np.array(kept, dtype=int)
