"""Every row takes its turn: the answer.

One permutation, cut into `k` pieces: every row is in exactly one of them.
`np.array_split` cuts into pieces whose sizes differ by at most one, so that
no remainder has to be thought of; `n // k` rows for each part would leave
some rows out. The training rows are the other pieces, joined.

The check of `k` stands in front. It would not be reached before the first
pair is asked for if this function used `yield`, so we return a list.
"""

from collections.abc import Iterable

import numpy as np


def kfold(
    n: int, k: int, rng: np.random.Generator
) -> Iterable[tuple[np.ndarray, np.ndarray]]:
    """Give k ways to set some of the rows aside for validation.

    Args:
        n: how many rows there are.
        k: how many parts, from 2 to n.
        rng: where the order is drawn from.

    Returns:
        Pairs (train, valid) of row numbers, in a list or one by one.

    Raises:
        ValueError: if k is below 2 or above n.
    """
    if not 2 <= k <= n:
        raise ValueError(f"k is {k}; expected a number from 2 to n = {n}")
    parts = np.array_split(rng.permutation(n), k)
    return [
        (np.concatenate(parts[:i] + parts[i + 1 :]), parts[i])
        for i in range(k)
    ]
