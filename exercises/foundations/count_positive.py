r"""Count the positive entries.

Write `count_positive(a)`. `a` is a float array of any shape; return how many
of its entries are greater than zero, as a Python `int`. Zero is not positive,
nor is `nan`, the mark of a missing number. There may be none, or millions;
`a` stays as it was.

Do not loop: one comparison looks at all entries, and one sum counts them.

For example, `count_positive(np.array([[1.5, -2.0], [0.0, 3.0]]))` is `2`.
When it works, try it on a hundred draws from the normal distribution,
`np.random.default_rng(0).normal(size=(10, 10))`. Before you look: about how
many should it be?

Minutes: 5 · Difficulty: 1
"""

import numpy as np


def count_positive(a: np.ndarray) -> int:
    """Count the entries that are greater than zero.

    Args:
        a: numbers, of any shape; may be empty, may contain nan.

    Returns:
        How many of them are positive.
    """
    raise NotImplementedError
