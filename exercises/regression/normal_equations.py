r"""The normal equations.

For a linear model $\hat{\mathbf y} = X \mathbf w + b$ the mean squared error
has its minimum where its gradient vanishes, and that is a set of linear
equations. Solve them, and you need no steps.

Write `normal_equations(x, y)`, which returns `(w, b)`. `x` is `(n, d)`, `y`
is `(n, 1)`, `w` is `(d, 1)`, and `b` is a number. The model has its bias:
nothing says that the line goes through the origin.

Columns may *depend* on each other (线性相关): one may be a multiple of
another, a sum of others, or constant; and there may be more columns than
rows. Then many pairs `(w, b)` have the same, least error. Return any one
of them. It is judged by what it predicts. Columns may also be of very
different sizes, one a hundred million times as large as another, and far from
zero, such as years. `x` and `y` may hold whole numbers. The arrays that came
in stay as they were.

For example, `x = [[0.0], [1.0], [2.0]]` with `y = [[1.0], [3.0], [5.0]]`
gives `w = [[2.0]]` and `b = 1.0`.

Minutes: 15 · Difficulty: 1
"""

import numpy as np


def normal_equations(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Minimise the mean squared error of x w + b.

    Args:
        x: inputs, (n, d); the columns may depend on each other.
        y: targets, (n, 1).

    Returns:
        The weights, (d, 1), and the bias, a number.
    """
    raise NotImplementedError
