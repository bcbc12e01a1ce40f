r"""The largest learning rate that leads down: the answer.

With a column of ones beside the inputs, the bias is a weight like the others,
and the loss is the mean square of $A\theta - \mathbf y$. Its second
derivatives are $H = \frac2n A^{\mathsf T} A$, at every $\theta$. A step
multiplies the error in the direction of each eigenvector by $1 - \eta\lambda$,
which stays below one in size as long as $\eta\lambda < 2$; the largest
$\lambda$ is the first to object.

$H$ is symmetric, so `eigvalsh` is the routine to take: it returns real
numbers in rising order. Columns that depend on each other only add
eigenvalues of zero, which forbid nothing.

One look at the ones: in the direction of the bias alone the curvature is
always 2. So the bound can never be above 1, whatever the inputs are.
"""

import numpy as np


def largest_step(x: np.ndarray) -> float:
    """Give the learning rate at which descent begins to diverge.

    Args:
        x: inputs, (n, d).

    Returns:
        The bound for the mean squared error of x w + b.
    """
    a = np.hstack([x, np.ones((len(x), 1))])
    h = 2 * a.T @ a / len(a)
    return float(2 / np.linalg.eigvalsh(h)[-1])
