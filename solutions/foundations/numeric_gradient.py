r"""A derivative by nudging: the answer.

`np.array(x, dtype=np.float64)` does two things at once: it makes a copy, so
that the caller's array is safe, and it makes room for small numbers. An array
of integers stores 3.00001 as 3 and 2.99999 as 2, without a word: no nudge
upwards, and a whole unit downwards.

The nudge is added to a fresh copy each time. Adding it to one array and
taking it away again looks cheaper, but in floating-point numbers
`0.5 + 1e-5 - 1e-5` is 0.49999999999999994: what is left would creep into all
later derivatives.

Why up *and* down? Expanded around $x$, with $a$ for the derivative, both
$f(x \pm h) = f(x) \pm a h + b h^2 \pm c h^3 + \dots$ have the same term in
$h^2$. It cancels in the difference, and the error of the derivative
shrinks like $h^2$ instead of $h$.

`np.ndindex` walks over the entries of an array of any shape; for the shape
`()` it gives the one empty index `()`.
"""

from collections.abc import Callable

import numpy as np


def numeric_gradient(
    f: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-5
) -> np.ndarray:
    """Differentiate f at x by central differences, entry by entry.

    Args:
        f: takes a float64 array of the shape of x, gives a number.
        x: where to differentiate, any shape and any type of number.
        step: how far each entry is nudged, up and down.

    Returns:
        The derivatives, float64, of the shape of x.
    """
    x = np.array(x, dtype=np.float64)
    slopes = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += step
        below[index] -= step
        slopes[index] = (f(above) - f(below)) / (2 * step)
    return slopes
