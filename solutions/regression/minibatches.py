"""Deal the rows out in small batches: the answer.

We never move the rows themselves about. `rng.permutation(n)` draws an order
of the row *numbers*, and indexing both arrays with the same numbers keeps
every `x` beside its `y`. Indexing with an array copies, so the caller's
arrays are safe.

`range(0, n, batch_size)` gives where each batch starts. A slice that runs
past the end is simply shorter: the last, short batch needs no case of its
own. And because this function yields, only one batch exists at a time.
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
    order = rng.permutation(len(x))
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        yield x[rows], y[rows]
