r"""The gradient of a straight line's error: the answer.

Call the error of row $i$ the *residual*, $r_i = \hat y_i - y_i$. The loss
is the mean of $r_i^2$, and the chain rule gives each row's share:

$$
\frac{\partial L}{\partial w_j} = \frac2n \sum_i r_i\, x_{ij}
\qquad
\frac{\partial L}{\partial b} = \frac2n \sum_i r_i
$$

The first sum runs over the rows for every column $j$ at once: that is the
matrix product $X^{\mathsf T} \mathbf r$, of shape `(d, n)` times `(n, 1)`.
When a gradient's formula slips your mind, the shapes nearly always leave one
way to write it.
"""

import numpy as np


def linear_gradient(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float
) -> tuple[np.ndarray, float]:
    """Differentiate the mean squared error of x w + b.

    Args:
        x: inputs, (n, d).
        y: targets, (n, 1).
        w: weights, (d, 1).
        b: the bias.

    Returns:
        The derivative with respect to w, (d, 1), and to b, a number.
    """
    residual = x @ w + b - y
    return 2 * x.T @ residual / len(x), float(2 * residual.mean())
