r"""Intersection over union: the answer.

The shared part begins at the larger of the two left edges and ends at the
smaller of the two right ones, and likewise from top to bottom. If it ends
before it begins, nothing is shared, so each side is cut off at zero *before*
the sides are multiplied: two negative sides would make a positive area.

`a[:, None]` has shape (n, 1, 4) and `b[None]` (1, m, 4), so that all pairs
are compared at once. What both hold is counted once in the union. It is zero
only where both boxes have no area; there we divide by 1.
"""

import numpy as np


def iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Measure how much boxes overlap.

    Args:
        a: corners, (n, 4).
        b: corners, (m, 4).

    Returns:
        The intersection over union of each pair, (n, m).
    """
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    begin = np.maximum(a[..., :2], b[..., :2])
    end = np.minimum(a[..., 2:], b[..., 2:])
    shared = np.maximum(end - begin, 0).prod(axis=-1)
    each = [(box[..., 2:] - box[..., :2]).prod(axis=-1) for box in (a, b)]
    union = each[0] + each[1] - shared
    return shared / np.where(union > 0, union, 1)
