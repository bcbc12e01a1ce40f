r"""Average precision: the answer.

Sort, add up, divide: the running count of right boxes over 1, 2, 3, …
is the precision, over `total` the recall. Running the maximum from the end
to the front gives the best precision from each place on.

The recall rises only at a right box, by 1 / `total` each time, so the cells
that nobody found take their part of the area by being absent: the curve never
gets there. Dividing by the number of right boxes instead of `total` would give
a detector full marks that finds one cell in a hundred.
"""

import numpy as np


def average_precision(
    scores: np.ndarray, right: np.ndarray, total: int
) -> float:
    """Measure the area below precision over recall.

    Args:
        scores: (n,).
        right: truth values (n,).
        total: how many there were to find, at least 1.

    Returns:
        A number from 0 to 1.
    """
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best[in_order].sum() / total)
