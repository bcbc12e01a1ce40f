r"""All pairwise distances at once: the answer.

`a[:, None, :]` has the shape `(n, 1, d)` and `b[None, :, :]` the shape
`(1, m, d)`. The axes of length one are stretched, so the difference has the
shape `(n, m, d)`: for each pair its $d$ differences, on the last axis. That
axis is squared and summed away, and the root is taken of what remains,
`(n, m)`.

The price is the array in between, $d$ times as large as the result. For
thousands of points it no longer fits into memory. Then you can multiply out,

$$
\lVert \mathbf{a}_i - \mathbf{b}_j \rVert^2
= \lVert \mathbf{a}_i \rVert^2 + \lVert \mathbf{b}_j \rVert^2
- 2\, \mathbf{a}_i^{\mathsf T} \mathbf{b}_j ,
$$

and get all the products from one matrix product, `a @ b.T`. But beware: for
two points that are nearly the same this subtracts large numbers from each
other, and rounding may leave a tiny negative number, whose root is nan. It
has to be cut off at zero first, `np.maximum(squares, 0)`, and even then a
point may be found at a small distance from itself. Where accuracy matters,
take the differences first, as we do here.
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
    differences = a[:, None, :] - b[None, :, :]
    return np.sqrt(np.sum(differences**2, axis=2))
