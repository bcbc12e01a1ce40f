r"""Intersection over union.

Write `iou(a, b)`, which returns the intersection over union of every box of
`a`, shape `(n, 4)`, with every box of `b`, shape `(m, 4)`: an array of shape
`(n, m)`.

A box is `(left, top, right, bottom)`, with `right` at least `left` and
`bottom` at least `top`. Edges are positions, not numbers of pixels: from 2
to 5 is a width of 3. They may lie anywhere, and be whole numbers of any type,
`uint8` too. `n` and `m` may be 0. Boxes that only touch have 0, and a box
without an area has 0 with every box, even with itself. Nothing is printed or
warned of, and `a` and `b` stay as they were.

For example, `[[0, 0, 4, 2]]` with `[[2, 0, 6, 2], [0, 0, 4, 4]]` gives
`[[1/3, 1/2]]`: 4 shared of 12, and 8 of 16.

Minutes: 15 · Difficulty: 1
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
    raise NotImplementedError
