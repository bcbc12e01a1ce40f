r"""The gradient of the Huber loss.

The squared error lets the farthest point decide; the absolute error never
settles at the minimum. The *Huber loss* (胡伯损失) is quadratic for small
residuals and linear for large ones. With the residual
$r = \mathbf x^{\mathsf T} \mathbf w + b - y$ of a row and a limit
$\delta > 0$, the row costs

$$
\begin{cases}
r^2 & \text{if } |r| \le \delta,\\
2\,\delta\,|r| - \delta^2 & \text{if } |r| > \delta,
\end{cases}
$$

and the loss is the mean over the $n$ rows. The two pieces meet at
$|r| = \delta$ without a step and without a kink.

Write `huber_gradient(x, y, w, b, delta)`, which returns `(grad_w, grad_b)`.
Shapes: `x` is `(n, d)`, `y` is `(n, 1)`, `w` is `(d, 1)`, `b` is a number;
`grad_w` has the shape of `w`, and `grad_b` is a number (an array of one will
do). `x` and `y` may hold whole numbers. The arrays that came in stay as they
were.

For example, the one row `x = [[2.0]]` with `y = [[6.0]]`, at `w = [[1.0]]`
and `b = 1.0`, misses by −3. With `delta = 5.0` the gradient is `[[-12.0]]`
and `-6.0`, as for the squared error. With `delta = 0.5` it is `[[-2.0]]` and
`-1.0`.

Minutes: 20 · Difficulty: 3
"""

import numpy as np


def huber_gradient(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, delta: float
) -> tuple[np.ndarray, float]:
    """Differentiate the mean Huber loss of x w + b.

    Args:
        x: inputs, (n, d).
        y: targets, (n, 1).
        w: weights, (d, 1).
        b: the bias.
        delta: the size of the residual beyond which the loss is linear.

    Returns:
        The derivative with respect to w, (d, 1), and to b, a number.
    """
    raise NotImplementedError
