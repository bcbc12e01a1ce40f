r"""The mass by least squares.

A cart was pushed $n$ times. Push $i$ gave it the acceleration $a_i$, and a
scale showed the force $F_i$, a little wrong each time. By Newton's second
law $F = m\,a$. Find the mass $m$ for which the mean squared error

$$
L(m) = \frac{1}{n} \sum_{i=1}^{n} \bigl(m\,a_i - F_i\bigr)^2
$$

is smallest. The page tried many candidates. You need none: set the
derivative of $L$ to zero, solve for $m$ on paper, and write down what you get.

Write `fit_mass(force, acceleration)`. Both are float arrays of shape `(n,)`,
in newtons and in m/s², and stay as they were. Some may be negative (a push
backwards) and some zero, but not all accelerations are zero; all of them may
be tiny. Return the mass in kilograms, as one number.

For example, the forces `[3.0, 8.0]` at the accelerations `[1.0, 2.0]` give
the mass 3.8.

Minutes: 15 · Difficulty: 2
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
    raise NotImplementedError
