r"""The mass by least squares: the answer.

The derivative of the loss is $\frac{2}{n} \sum_i (m\,a_i - F_i)\,a_i$. It is
zero where $m \sum_i a_i^2 = \sum_i a_i F_i$, so

$$
m = \frac{\sum_i a_i F_i}{\sum_i a_i^2} .
$$

The factor $2/n$ has gone: the lowest point of a valley stays where it is
when the whole landscape is stretched.

Compare it with the mean of the ratios $F_i / a_i$, which also looks
sensible. There, an error of one newton counts ten times as much at 0.1 m/s²
as at 1 m/s². Least squares is a mean of the same ratios, but a weighted one,
with weights $a_i^2$: gentle pushes say little about the mass, and are given
little say.

Nor is it the same to fit $a = F / m$ and to turn the result over. That
would measure the misses along the other axis. Here the scale errs and not
the acceleration sensor, so the misses are to be counted in newtons.
"""

import numpy as np


def fit_mass(force: np.ndarray, acceleration: np.ndarray) -> float:
    """Give the mass with the smallest mean squared error of the force.

    Args:
        force: measured, (n,), in N.
        acceleration: (n,), in m/s²; not all are zero.

    Returns:
        The mass, in kg.
    """
    return float(np.sum(acceleration * force) / np.sum(acceleration**2))
