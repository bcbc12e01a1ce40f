r"""All pairwise distances at once.

Two sets of points lie in a space with $d$ coordinates: the rows of `a`, an
array of shape `(n, d)`, and the rows of `b`, of shape `(m, d)`. How far is
each point of the first from each point of the second, along a straight line?

$$
D_{ij} = \sqrt{\sum_{c=1}^{d} \bigl(a_{ic} - b_{jc}\bigr)^2}
$$

The sum runs over the coordinates $c$. Write `pairwise_distances(a, b)` with
NumPy alone; a ready-made function such as SciPy's `cdist` does not count.
Return all of the distances as a float array of shape `(n, m)`; row $i$
belongs to point $i$ of `a`. Do not loop: give `a` and `b` shapes that
broadcast over each other.

The coordinates may be floats or whole numbers (int64, below $10^8$), large or
small, and either set may have no points; `a` and `b` stay as they were. A
point's distance from itself is zero, up to rounding, and no distance is `nan`.

For example, from the points `[[0.0, 0.0], [3.0, 0.0]]` to the single point
`[[0.0, 4.0]]` the distances are `[[4.0], [5.0]]`.

Minutes: 20 · Difficulty: 2
"""

import numpy as np


def pairwise_distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Give the distance of each point of a from each point of b.

    Args:
        a: points, (n, d).
        b: points, (m, d).

    Returns:
        The distances, (n, m).
    """
    raise NotImplementedError
