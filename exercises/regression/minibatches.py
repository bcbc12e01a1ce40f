"""Deal the rows out in small batches.

A step on all rows is exact and slow; a step on a few is rough and cheap,
and many cheap steps win. For one *epoch* (轮次), shuffle the rows as you
would shuffle a pack of cards, then deal them out `batch_size` at a time.

Write `minibatches(x, y, batch_size, rng)`, which returns or yields pairs
`(x_batch, y_batch)`. Every row comes exactly once, and each row of `x` stays
with its own row of `y`. When the rows do not divide evenly, the last batch is
shorter. `x` and `y` are arrays with the same number of rows, of any type and
any number of axes (`y` may be labels of shape `(n,)`); they stay as they were.
A batch has the type of what it was taken from, and is an array of its own: a
caller may collect the batches. The order is drawn from `rng`, a
`numpy.random.Generator`, so that the caller decides the seed: two generators
of the same seed give the same batches, and calling twice with one generator
gives two different orders.

For example, 10 rows in batches of 4 come as batches of 4, 4 and 2 rows.

Minutes: 15 · Difficulty: 2
"""

from collections.abc import Iterator

import numpy as np


def minibatches(
    x: np.ndarray,
    y: np.ndarray,
    batch_size: int,
    rng: np.random.Generator,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Deal every row once, in shuffled batches.

    Args:
        x: inputs, (n, ...).
        y: targets, (n, ...), row for row those of x.
        batch_size: rows in a batch; the last one may have fewer.
        rng: where the order is drawn from.

    Returns:
        Pairs (x_batch, y_batch), in a list or one after the other.
    """
    raise NotImplementedError
