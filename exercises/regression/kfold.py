"""Every row takes its turn.

Where data are scarce, one validation set is a matter of luck. *k-fold
cross-validation* (K 折交叉验证) cuts the rows into `k` parts of equal size, as
nearly as that is possible, and lets each part be the validation set once,
while the other parts are for training.

Write `kfold(n, k, rng)` for `n` rows. It returns or yields `k` pairs
`(train, valid)` of row numbers, both of them NumPy arrays of integers, which a
caller may collect. Every row is in exactly one validation part, the sizes of
these parts differ by at most one, and `train` holds, in any order, the rows
that are not in `valid`.

Data often come sorted, so shuffle the rows before you cut. The order is
drawn from `rng`, a `numpy.random.Generator`, once for all the parts: two
generators of the same seed give the same pairs, and calling twice with one
generator gives different ones. If `k` is below 2 or above `n`, raise a
`ValueError` whose text says what `k` was.

For example, 10 rows in 4 parts have validation parts of 3, 3, 2 and 2 rows,
in some order.

Minutes: 20 · Difficulty: 2
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
    raise NotImplementedError
