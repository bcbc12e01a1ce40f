r"""The gradient of a network that bends.

Each column of `x` is bent by a weight of its own, then a linear layer adds
the columns up. For row $i$,

$$
h_{ij} = x_{ij} + w_{1j}\, x_{ij}^2
\qquad
\hat y_i = \sum_{j=1}^{d} h_{ij}\, w_{2j} + b
\qquad
L = \frac1n \sum_{i=1}^{n} (\hat y_i - y_i)^2
$$

Write `quadratic_gradient(x, y, w1, w2, b)`, which returns `(grad_w1, grad_w2,
grad_b)`, the gradient of $L$, in this order and without loops or recursion,
for any number of rows. Shapes: `x` is `(n, d)`, `y` is `(n, 1)`, `w1` and `w2`
are both `(d, 1)` (entry $j$ belongs to column $j$), and `b` is a number. Each
gradient has the shape of what it belongs to; `grad_b` is a single number (an
array of one will do). `x` and `y` may hold whole numbers. The arrays that come
in stay as they are.

The file on the page does this for a `b` of shape `(1,)`. Derive the gradient
without it, and compare afterwards.

For example, one row `x = [[2.0]]` with `y = [[10.0]]`, at `w1 = [[0.5]]`,
`w2 = [[3.0]]` and `b = 1.0`: the bent column is 4, the prediction 13, three
too much. The gradient is `[[72.0]]` in `w1`, `[[24.0]]` in `w2` and `6.0` in
`b`.

Minutes: 20 · Difficulty: 2
"""

import numpy as np


def quadratic_gradient(
    x: np.ndarray,
    y: np.ndarray,
    w1: np.ndarray,
    w2: np.ndarray,
    b: float,
) -> tuple[np.ndarray, np.ndarray, float]:
    """Differentiate the mean squared error of (x + w1 x²) w2 + b.

    Args:
        x: inputs, (n, d).
        y: targets, (n, 1).
        w1: how far each column bends, (d, 1).
        w2: what each bent column counts, (d, 1).
        b: the bias.

    Returns:
        The derivatives: in w1, (d, 1), in w2, (d, 1), and in b, a number.
    """
    raise NotImplementedError
