r"""How many rows keep luck small?: the answer.

Square both sides and solve for $n$: $n = \log(20\,m) / (2\,\varepsilon^2)$.
That is seldom a whole number, and a row too few breaks the bound, so it is
rounded up.

A thousand models need 496 rows where one needs 150, little more than three
times as many: their number stands inside a logarithm. Half the luck, though,
needs four times the rows, because $\varepsilon$ is squared. To tell two good
models apart by a tenth of a point, hundreds of thousands of test rows are
needed, and most test sets do not have them.
"""

import math


def rows_needed(epsilon: float, models: int) -> int:
    """Count the test rows that keep luck below a bound.

    Args:
        epsilon: how far luck may reach, a share between 0 and 1.
        models: how many are compared on these rows, 1 or more.

    Returns:
        The least number of rows, an integer.
    """
    return math.ceil(math.log(20 * models) / (2 * epsilon**2))
