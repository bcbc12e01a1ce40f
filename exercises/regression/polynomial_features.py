"""Powers as columns.

A linear model can bend if its columns do. Write
`polynomial_features(x, degree)`, which turns `x` of shape `(n, d)` into all
powers of all columns, from the first to `degree`, side by side: shape
`(n, d * degree)`.

The order of the columns is power by power: first all columns of `x` as they
are, then all of them squared, then all of them cubed, and so on. There is no
column of ones; the model's bias takes care of that. The result is float64,
also where `x` holds whole numbers, signed or not, float16 or float32 (in
`int8`, `100**2` is 16), and right to nine digits. There may be no rows.
`x` itself stays as it was, and `degree` is at least 1.

For example, `polynomial_features([[2, 5]], 3)` with the list as an array is
`[[2.0, 5.0, 4.0, 25.0, 8.0, 125.0]]`.

Minutes: 10 · Difficulty: 1
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
    raise NotImplementedError
