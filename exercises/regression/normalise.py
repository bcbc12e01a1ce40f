r"""Put columns on one scale.

One column of the housing data runs from 0 to 1, another from 187 to 711.
Before we descend, each column is brought to a comparable scale:

$$
x' = \frac{x - \text{mean}}{\text{max} - \text{min}}
$$

Mean, maximum and minimum are those of the column in the *training* rows.
The test rows are shifted and divided by the very same numbers, because a
prediction must not depend on what else happens to be in the test set.

Write `normalise(train, test)`. It takes two float arrays, of shapes `(n, d)`
and `(m, d)`, and returns the two normalised arrays in that order. A column
that is constant over the training rows has $\text{max} = \text{min}$: shift
it, and leave it undivided, so that everything stays finite. A column that
varies, however little, is divided like the others. There is one training row
at least; there may be no test row. The arrays that came in stay as they were.

For example, training rows `[[0.0], [10.0]]` and a test row `[[20.0]]` give
`[[-0.5], [0.5]]` and `[[1.5]]`.

Minutes: 10 · Difficulty: 1
"""

import numpy as np


def normalise(
    train: np.ndarray, test: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Scale the columns of both by what the training rows say.

    Args:
        train: (n, d), the rows that the statistics are taken from.
        test: (m, d), scaled by the same statistics.

    Returns:
        Two new arrays, (n, d) and (m, d).
    """
    raise NotImplementedError
