"""New cases from totals with holes: the answer.

To spread an increase evenly over some days is to draw a straight line
between the two known totals, which is what `np.interp` does. `left` and
`right` say what stands outside the known days; without them the ends would
be filled with flat lines, and report zero new cases where nothing is known.
After that the differences are right everywhere, corrections included.
"""

import numpy as np


def daily_new(totals: np.ndarray) -> np.ndarray:
    """Turn totals into new cases, with holes spread evenly.

    Args:
        totals: total so far at the end of each day, (n,); nan is unknown.

    Returns:
        New cases of every day but the first, (n - 1,).
    """
    days = np.arange(len(totals))
    known = ~np.isnan(totals)
    filled = np.interp(
        days, days[known], totals[known], left=np.nan, right=np.nan
    )
    return np.diff(filled)
