r"""How many rows keep luck small?

With $m$ models, $n$ test rows and a chance of one in twenty, the page allows
luck to reach

$$
\varepsilon = \sqrt{\frac{\log (20\,m)}{2\,n}}
$$

above a model's true accuracy. Before you collect data, you ask the other way
round: how many test rows are enough?

Write `rows_needed(epsilon, models)`, which returns the *least* number of rows
with which the bound is `epsilon` or less, an integer. `epsilon` is a share
above 0 and below 1, not a percentage (0.05 is five points of a hundred), and
`models` is 1 or more, and may be a thousand million. With an `epsilon` of
0.0005 millions of rows are needed. The logarithm is the natural one.

For example, one model and `epsilon = 0.1` need 150 rows: with 149 the bound
is 0.10026, with 150 it is 0.09993. Before you write anything, guess: how many
do a thousand models need?

Minutes: 5 · Difficulty: 1
"""


def rows_needed(epsilon: float, models: int) -> int:
    """Count the test rows that keep luck below a bound.

    Args:
        epsilon: how far luck may reach, a share between 0 and 1.
        models: how many are compared on these rows, 1 or more.

    Returns:
        The least number of rows, an integer.
    """
    raise NotImplementedError
