r"""The nearest point, in blocks.

Write `nearest(a, b)`. The rows of `a`, shape `(n, d)`, and of `b`, shape
`(m, d)`, both float arrays, are points, perhaps far from the origin. For each
point of `a`, return the index of the row of `b` that is nearest to it along a
straight line: an integer array of shape `(n,)`. If several are equally near,
give the first of them. `n` and `m` are at least 1.

The exercise before gives all distances, and `np.argmin` would do the rest,
were it not for memory. With 5,003 points in `a`, 1,000 in `b` and 10
coordinates, all the differences take 400 MB. Your function may use 100 MB at
any one moment, with NumPy and no other framework, whose memory would go
unseen. A loop is welcome, but not one over every pair: that takes too long.
Keep to `float64`, and leave the points as they were.

For example, of the points `[[0.0, 0.0], [3.0, 0.0], [9.0, 9.0]]` the nearest
to `[[2.0, 1.0], [8.0, 9.0]]` are `[1, 2]`.

Minutes: 25 · Difficulty: 3
"""

import numpy as np


def nearest(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Find the nearest point of b for each point of a.

    Args:
        a: points, (n, d).
        b: points, (m, d).

    Returns:
        The row in b of the nearest to each, (n,), integers.
    """
    raise NotImplementedError
