"""Powers as columns: the answer.

A list of one array for each power, joined along axis 1, already has the
order that was asked for. The conversion to float64 must come *before* the
powers are taken: afterwards the overflow has happened. It also makes the
copy that keeps the caller's array safe, should a later version work in place.

The bias column is left out on purpose. Where a model has a bias of its own, a
column of ones would say the same thing twice, and least squares could not
tell how to divide the work between them.
"""

import numpy as np


def polynomial_features(x: np.ndarray, degree: int) -> np.ndarray:
    """Give x, x², …, x**degree side by side.

    Args:
        x: inputs, (n, d), of any kind of number.
        degree: the highest power, 1 or more.

    Returns:
        Float64, (n, d * degree), power by power.
    """
    x = x.astype(np.float64)
    return np.hstack([x**power for power in range(1, degree + 1)])
