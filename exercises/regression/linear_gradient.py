r"""The gradient of a straight line's error.

A linear model predicts $\hat{\mathbf y} = X \mathbf w + b$. Over $n$ rows its
mean squared error is

$$
L(w, b) = \frac1n \sum_{i=1}^{n} (\hat y_i - y_i)^2
$$

To descend, we need the derivative of $L$ with respect to every weight and to
the bias. Derive both on paper, then write `linear_gradient(x, y, w, b)`
without a loop over the rows. Shapes: `x` is `(n, d)`, `y` is `(n, 1)`, `w` is
`(d, 1)`, and `b` is a number. It returns `(grad_w, grad_b)`: `grad_w` of
the shape of `w`, and `grad_b` a single number (an array of one will do).
`x` and `y` may hold whole numbers, and there may be 100,000 rows. The arrays
that came in stay as they were.

For example, one row `x = [[2.0]]` with `y = [[6.0]]`, at `w = [[1.0]]` and
`b = 1.0`, predicts 3, three too little. Its gradient is `[[-12.0]]` in `w`
and `-6.0` in `b`.

Minutes: 15 · Difficulty: 2
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
    raise NotImplementedError
