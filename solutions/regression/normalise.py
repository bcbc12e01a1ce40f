r"""Put columns on one scale: the answer.

The statistics come from `train` alone. Had we asked the test rows for their
mean as well, a little of the test set would have leaked into the model, and
the error measured on it would flatter us. For the same reason the normalised
test rows may well leave the interval in which the training rows lie; that is
not a mistake, it is news.

`axis=0` runs down the rows and leaves one number per column. Broadcasting
then applies the `(d,)` statistics to every row. A constant column would be
divided by zero; dividing it by one leaves it at $x - \text{mean}$.
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
    mean = train.mean(axis=0)
    spread = train.max(axis=0) - train.min(axis=0)
    spread = np.where(spread == 0, 1, spread)
    return (train - mean) / spread, (test - mean) / spread
