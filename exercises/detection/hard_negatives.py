r"""Which background anchors count?

Of thousands of anchors a few have a box, and the rest are background. So that
the rest does not drown the few, SSD counts only the hardest of it.

Write `counted(loss, classes, negatives)`. `loss`, shape `(n, a)`, holds the
cross-entropy of each of `a` anchors in each of `n` pictures; `classes`, same
shape, holds whole numbers, 0 for background. Return a mask of the same shape
that is `True` for

1. every anchor whose class is not 0, and
2. of the background anchors of the *whole batch* together, the
   `negatives` × $p$ with the largest loss, where $p$ is the number of anchors
   by rule 1. If there are fewer, all of them.

If no anchor has a box, count as if $p$ were 1. Of equal losses, the earlier
anchor counts, and of two pictures the earlier one. `negatives` is a whole
number of at least 1; a loss may be very large or 0; and `loss` and `classes`
stay as they were.

For example, with `negatives = 2`, a loss of `[[0.1, 2.0, 0.7, 0.4, 0.3]]` and
classes `[[0, 1, 0, 0, 0]]` give `[[False, True, True, True, False]]`.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def counted(
    loss: np.ndarray, classes: np.ndarray, negatives: int
) -> np.ndarray:
    """Mark the anchors that count in the loss.

    Args:
        loss: of each anchor, (n, a).
        classes: what each should say, (n, a); 0 is background.
        negatives: background anchors for each that has a box.

    Returns:
        A mask, (n, a).
    """
    raise NotImplementedError
