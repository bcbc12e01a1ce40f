r"""New cases from totals with holes.

Newspapers print the new cases of each day; the file has totals so far. If
every total is known, the new cases are the differences. Two things happen in
real series. On some days nobody reports: the total is `nan`. And totals are
corrected: a total may be *lower* than the one before.

Write `daily_new(totals)`. It takes the totals of $n$ days in order, a float
array of shape `(n,)` with at least one number in it, and returns the new
cases of days 2 to $n$, a float array of shape `(n - 1,)`.

- Over a hole, nobody knows on which day the cases came. Spread the increase
  evenly over the days from the last total known before to the first known
  after.
- Up to and including the day of the first known total, and after the last,
  nothing is known: those days are `nan`, as in `[nan, 4, 9]`, which gives
  `[nan, 5]`.
- A correction is a negative number of new cases. It stays, so that the new
  cases still add up to the difference of the totals.

For example, `[10, 16, nan, nan, 25, 24]` gives `[6, 3, 3, 3, -1]`. The array
that came in stays as it was.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def daily_new(totals: np.ndarray) -> np.ndarray:
    """Turn totals into new cases, with holes spread evenly.

    Args:
        totals: total so far at the end of each day, (n,); nan is unknown.

    Returns:
        New cases of every day but the first, (n - 1,).
    """
    raise NotImplementedError
