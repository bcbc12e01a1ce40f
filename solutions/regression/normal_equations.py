r"""The normal equations: the answer.

Append a column of ones, and the bias is the weight of that column. The
equations are $A^{\mathsf T} A\,\theta = A^{\mathsf T} \mathbf y$. They
*always* have a solution, because $A\theta$ can come as near to $\mathbf y$ as
the columns allow; but if columns depend on each other they have infinitely
many, $A^{\mathsf T} A$ has no inverse, and `inv` and `solve` break down, or
worse, divide by a rounding error and return enormous numbers without a word.

`np.linalg.lstsq` solves the same problem without forming $A^{\mathsf T} A$. It
splits $A$ into its singular values, treats the tiny ones as zero, and returns
the shortest of all solutions. Not forming $A^{\mathsf T} A$ has a second
advantage: its condition number is the square of that of $A$, and each factor
of ten there costs a digit.

The other good way is to centre `x` and `y`, solve without a bias, and give
the bias what is left, `y.mean() - x.mean(axis=0) @ w`.
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
    a = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.lstsq(a, y, rcond=None)[0]
    return theta[:-1], theta[-1].item()
