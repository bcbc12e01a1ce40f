r"""The hyperbolic tangent: the answer.

Multiply numerator and denominator by $e^{-x}$:

$$
\tanh x = \frac{1 - e^{-2x}}{1 + e^{-2x}}
$$

For positive $x$ nothing here can overflow: $e^{-2x}$ lies between 0 and 1,
and when it is too small to be told from zero, the quotient is 1, as it
should be. For negative $x$ the curve is the same, upside down:
$\tanh(-x) = -\tanh x$. So we take the absolute value, and put the sign back
at the end. `np.sign` does that for the whole array, and gives zero for
zero.

The form $2 / (1 + e^{-2x}) - 1$ also comes out right, because $2/\infty$ is
zero; but on its way $e^{2000}$ overflows, and NumPy warns about it. Code
that warns when all is well teaches its readers to overlook warnings.
`np.where` between a form for positive and one for negative $x$ warns as well:
it chooses between two arrays, and both have been worked out for all $x$ by
then.

Clipping $x$ to $\pm 20$ before the plain formula works as well: there the
curve differs from $\pm 1$ by less than a float64 can show. Clipping at
$\pm 5$ does not: the curve is not flat yet.
"""

import numpy as np


def tanh_curve(x: np.ndarray) -> np.ndarray:
    """Give the hyperbolic tangent of each entry.

    Args:
        x: any shape, from -1000 to 1000.

    Returns:
        The values, of the shape of x, between -1 and 1.
    """
    power = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - power) / (1 + power)
