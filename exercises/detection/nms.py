r"""Non-maximum suppression.

A detector gives several boxes for one cell. Write
`nms(boxes, scores, threshold)`, which keeps the best of them.

`boxes` has shape `(n, 4)`, each `(left, top, right, bottom)` and with an
area; `scores` has shape `(n,)`, any real numbers, also negative ones. Go
through the boxes from the highest score to the lowest. A box is kept unless
its IoU with a box that *was kept* is above `threshold`; exactly the threshold
is not above it. A box that was dropped drops no others. Of equal scores, the
box that comes first in `boxes` comes first.

Return the row numbers of the boxes that are kept, best first: an integer
array of shape `(k,)`. `n` may be 0, or a few thousand, and `boxes` and
`scores` stay as they were.

For example, with boxes `[[0, 0, 4, 4], [0, 0, 4, 3], [9, 9, 12, 12]]`, scores
`[0.6, 0.9, 0.7]` and a threshold of 0.5, rows `[1, 2]` are kept: the first
box overlaps the second with an IoU of 3/4.

Minutes: 20 · Difficulty: 2
"""

import numpy as np


def nms(boxes: np.ndarray, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Keep the best boxes; drop those that overlap one of them.

    Args:
        boxes: corners, (n, 4).
        scores: (n,).
        threshold: the largest IoU of two boxes that are kept.

    Returns:
        The row numbers of the boxes kept, best first, (k,).
    """
    raise NotImplementedError
