"""A causal mask: who may see whom?

A model that is to predict the next token must not see it. So each place of a
text may see itself and what stands before it, and a *causal mask* (因果掩码)
says so: an array with a row for each place that asks and a column for each
place that could be seen, True where it may be.

Write `causal_mask(queries, keys, window=None)`. The text has `keys` places.
Its *last* `queries` places ask, 1 ≤ queries ≤ keys: all of them in training;
only the newest one when a text is continued, since the others have asked
before. Return a bool array of shape `(queries, keys)`.

With a `window` (滑动窗口), a whole number of at least 1 that may be larger
than the text, each place sees no more than that many places: itself and the
`window - 1` places before it.

For example, `causal_mask(3, 3)` is

    [[True, False, False],
     [True, True,  False],
     [True, True,  True ]]

and `causal_mask(2, 4, window=2)` is

    [[False, True,  True, False],
     [False, False, True, True ]]

Minutes: 15 · Difficulty: 1
"""

import numpy as np


def causal_mask(
    queries: int, keys: int, window: int | None = None
) -> np.ndarray:
    """Say which keys each query may see.

    Args:
        queries: how many places ask; they are the last ones of the text.
        keys: how many places the text has, at least as many.
        window: how many places a query sees at most, itself included;
            all up to itself if None.

    Returns:
        True where a query may see a key, bool (queries, keys).
    """
    raise NotImplementedError
