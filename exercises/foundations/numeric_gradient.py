r"""A derivative by nudging.

Before you trust a gradient that you have derived, compare it with one that
needs no derivation. Nudge one entry of $x$ up by a small step $h$ and down
by $h$, leave all others where they are, and see how much $f$ changes:

$$
\frac{\partial f}{\partial x_i} \approx
\frac{f(x + h e_i) - f(x - h e_i)}{2h}
$$

Here $e_i$ is 1 at the entry $i$ and 0 elsewhere. Write
`numeric_gradient(f, x, step=1e-5)`. `x` is an array of any shape, including
a single number of shape `()` and an empty array; `f` takes an array of that
shape and gives one number. Return the derivatives, however small,
in an array of the shape of `x`.

Two things are easy to get wrong. `x` belongs to the caller: it stays exactly
as it was, also while `f` runs. And everything is computed in `float64`,
whatever the type of `x`: `f` gets `float64` arrays, and so is the result. An
array of integers cannot hold a nudge of 0.00001, and says nothing about it.

For example, `numeric_gradient(lambda x: np.sum(x**2), np.array([3, -1]))` is
about `[6.0, -2.0]`.

Minutes: 15 · Difficulty: 1
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
    raise NotImplementedError
