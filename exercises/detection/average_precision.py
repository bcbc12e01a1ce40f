r"""Average precision.

A detector's boxes for one class, from all pictures together, have been judged:
`scores`, shape `(n,)`, says how sure it was of each box, and `right`, shape
`(n,)`, holds `True` where the box found a cell. `total` is the number of cells
that there are in the pictures; some were perhaps not found at all. Write
`average_precision(scores, right, total)`, which returns one number:

1. Put the boxes in order, the highest score first; of equal scores, the one
   that comes first in `scores`.
2. After the first $k$ boxes, *precision* is the number of right ones among
   them divided by $k$, and *recall* is the same number divided by `total`.
3. Precision at a recall $r$ is the best that is reached at recall $r$ or
   further on.
4. The result is the area below this curve, a staircase: each rise of the
   recall, times the precision of step 3 at the recall that it reaches.

`total` is at least 1, `n` may be 0, which gives 0, and scores may be
negative. `scores` and `right` stay as they were.

For example, scores `[0.6, 0.9, 0.8, 0.7]`, right `[True, True, False, True]`
and a total of 4 give 5/8: the first box in order is right, at a precision of
1; the third and the fourth are right, and from the third on the best
precision is 3/4.

Minutes: 20 · Difficulty: 2
"""

import numpy as np


def average_precision(
    scores: np.ndarray, right: np.ndarray, total: int
) -> float:
    """Measure the area below precision over recall.

    Args:
        scores: (n,).
        right: truth values (n,).
        total: how many there were to find, at least 1.

    Returns:
        A number from 0 to 1.
    """
    raise NotImplementedError
