r"""The gradient of a network that bends: the answer.

Go backwards, one step of the calculation at a time. Call the derivative of
the loss in the prediction $\delta_i = \frac2n (\hat y_i - y_i)$. The
prediction is a linear function of the bent columns $h$, so everything you
know of linear regression holds with $h$ in the place of $x$:

$$
\frac{\partial L}{\partial w_{2j}} = \sum_i \delta_i\, h_{ij}
\qquad
\frac{\partial L}{\partial b} = \sum_i \delta_i
$$

One step further back, $w_{1j}$ changes $h_{ij}$ by $x_{ij}^2$, and $h_{ij}$
changes the prediction by $w_{2j}$. Along the chain the factors multiply:

$$
\frac{\partial L}{\partial w_{1j}} = w_{2j} \sum_i \delta_i\, x_{ij}^2
$$

The factor $w_{2j}$ is the one that is forgotten. It says that a column which
counts nothing has no reason to bend.
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
    square = x * x
    bent = x + w1.T * square
    slope = 2 * (bent @ w2 + b - y) / len(x)
    return w2 * (square.T @ slope), bent.T @ slope, float(slope.sum())
