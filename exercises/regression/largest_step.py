r"""The largest learning rate that leads down.

A linear model $\hat{\mathbf y} = X \mathbf w + b$ is trained by gradient
descent on the mean squared error, on all rows at once. With a learning rate
below a certain bound it converges from every start; with one above it, the
error grows.

Write `largest_step(x)`, which returns that bound as a number. `x` holds the
inputs, of shape `(n, d)`. The bias is trained as well, with the same rate,
and has its share in the answer. The targets are not needed. There may be
more columns than rows, columns may depend on each other, and two directions
may be nearly equally steep. `x` may hold whole numbers, and stays as it was.
Six digits are enough.

For example, for the three rows `[[3.0], [-3.0], [0.0]]` the bound is 1/6:
the curvature in the weight is 12. For `[[0.0], [0.0]]` it is 1: there is
only the bias left, with a curvature of 2.

Minutes: 15 · Difficulty: 2
"""

import numpy as np


def largest_step(x: np.ndarray) -> float:
    """Give the learning rate at which descent begins to diverge.

    Args:
        x: inputs, (n, d).

    Returns:
        The bound for the mean squared error of x w + b.
    """
    raise NotImplementedError
