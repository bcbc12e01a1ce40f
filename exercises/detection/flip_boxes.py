"""The boxes move with the picture.

Write `mirror(pictures, boxes, labels)`, which turns a batch of pictures left
to right, together with their boxes, and returns both, as new arrays of the
same shapes and types.

`pictures` has shape `(n, c, h, w)`. `boxes`, shape `(n, m, 4)`, holds corners
`(left, top, right, bottom)` as parts of width and height, from 0 at the left
edge to 1 at the right one. `labels`, shape `(n, m)`, holds whole numbers; -1
says that there is no box in this row: the row of `boxes` is zeros then, and
stays zeros. After the turn, too, left is left of right. `n` and `m` may be 0,
a picture may have one row or column, and what comes in stays as it was.

For example, a box `(0.1, 0.2, 0.4, 0.6)` becomes `(0.6, 0.2, 0.9, 0.6)`.
Turning twice gives what there was.

Minutes: 10 · Difficulty: 1
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
    raise NotImplementedError
