r"""Which anchor is to find which box?: the answer.

The first rule looks along the rows, the second at the whole table. The second
comes last and overwrites, so that no later anchor can take a box's own anchor
away. Crossing out is setting to zero, on a copy; the loop then ends by itself
when nothing above zero is left, which also covers a box that no anchor
overlaps.

`argmax` of a table counts row by row and gives the first of equal values,
which is the order that the task asks for.
"""

import numpy as np


def match(overlap: np.ndarray, threshold: float) -> np.ndarray:
    """Tell each anchor which box it is to find.

    Args:
        overlap: the IoU of each anchor with each box, (a, m).
        threshold: the least IoU of a match by the first rule.

    Returns:
        The number of the box, or -1, for each anchor, (a,).
    """
    found = np.full(len(overlap), -1)
    if overlap.shape[1] == 0:
        return found
    enough = overlap.max(axis=1) >= threshold
    found[enough] = overlap.argmax(axis=1)[enough]
    left = overlap.copy()
    while left.max() > 0:
        anchor, box = np.unravel_index(left.argmax(), left.shape)
        found[anchor] = box
        left[anchor] = 0
        left[:, box] = 0
    return found
