r"""The gradient of the Huber loss: the answer.

The derivative of a row's cost in its residual is $2r$ in the middle and
$2\delta$ with the sign of $r$ outside. At $|r| = \delta$ both say the same,
so there is no case to decide: it is $2r$, held between $-2\delta$ and
$2\delta$, which is what `np.clip` does. The rest is the chain rule as
before, with the held residual in place of the residual.

Seen this way, the Huber loss is descent on the squared error in which no
row may pull harder than $\delta$ allows. You will meet the same idea again
as *gradient clipping*, where it keeps a whole network from being thrown out
of its valley by one batch.
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
    held = np.clip(x @ w + b - y, -delta, delta)
    return 2 * x.T @ held / len(x), float(2 * held.mean())
