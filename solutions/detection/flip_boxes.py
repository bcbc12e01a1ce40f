"""The boxes move with the picture: the answer.

The last axis of the pictures runs across, so it is turned round. What was a
distance from the left edge is now one from the right edge: x becomes 1 − x.
The box's right edge then lies further left than its left one, so the two
change places; a box with left beyond right has no area for any measure of
overlap, and the network would learn from it that there is nothing.

Rows without a box are put back to zeros by the labels. Had we looked for rows
of zeros instead, it would have come to the same; the labels say it outright.
"""

import numpy as np


def mirror(
    pictures: np.ndarray, boxes: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Turn pictures and their boxes left to right.

    Args:
        pictures: (n, c, h, w).
        boxes: corners as parts of width and height, (n, m, 4).
        labels: the boxes' classes, (n, m); -1 where there is none.

    Returns:
        The pictures and the boxes, turned.
    """
    turned = boxes.copy()
    turned[..., 0] = 1 - boxes[..., 2]
    turned[..., 2] = 1 - boxes[..., 0]
    turned[labels == -1] = 0
    return pictures[..., ::-1].copy(), turned
