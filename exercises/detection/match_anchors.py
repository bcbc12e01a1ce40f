r"""Which anchor is to find which box?

Before a detector can be trained, every anchor must be told what to find.
Write `match(overlap, threshold)`. `overlap`, shape `(a, m)`, holds the IoU of
each of `a` anchors with each of `m` boxes. Return an array of `a` integers:
the number of the box that the anchor is to find, or -1 for *background*.

1. An anchor takes the box with which it overlaps most, if that IoU is
   `threshold` or more; of equal ones, the first box.
2. Then each box gets an anchor of its own, so that none is forgotten: find
   the largest IoU of the whole table, give its anchor to its box, whatever
   the anchor had before, and cross out the anchor's row and the box's column.
   Repeat with what is left, while there is an IoU above 0. Of equal ones, the
   lowest anchor comes first, and of its boxes the first.

`a` is at least 1 and `m` may be 0: all is background then. There may be more
boxes than anchors. `threshold` is above 0, and `overlap` stays as it was.

For example, with a threshold of 0.5,

    [[0.6, 0.5],
     [0.4, 0.3],
     [0.1, 0.0]]

gives `[0, 1, -1]`. By the first rule only anchor 0 has a box. The largest IoU
makes this pair firm, and of what is left, 0.3 is the largest: box 1 gets
anchor 1, although they overlap little.

Minutes: 25 · Difficulty: 3
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
    raise NotImplementedError
