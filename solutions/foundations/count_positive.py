r"""Count the positive entries: the answer.

`a > 0` compares every entry and gives an array of the same shape, of `True`
and `False`. A sum takes `True` for 1 and `False` for 0, so it counts.
`np.count_nonzero(a > 0)` does the same and is a little quicker.

The sum is a NumPy number. It looks like an `int` and mostly behaves like
one, but it cannot be written to JSON, for example, and an `int` has no upper
bound. `int` turns it into a Python number where it leaves the world of
arrays.

`nan > 0` is `False`, as every comparison with nan is, so missing numbers are
not counted; counting those that are *not* `<= 0` instead would count them.

Of a hundred standard normal draws about fifty are positive, give or take
five: the distribution is the same on both sides of zero, and the number of
heads in $n$ tosses of a coin has the standard deviation $\sqrt{n}/2$.
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    """Count the entries that are greater than zero.

    Args:
        a: numbers, of any shape; may be empty, may contain nan.

    Returns:
        How many of them are positive.
    """
    return int(np.sum(a > 0))
