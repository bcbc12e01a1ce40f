"""Over a hole of more than a week nothing is spread, all stays nan.

caught by: test_a_hole_is_spread_evenly
says: It returned
"""

from itertools import pairwise

import numpy as np


def daily_new(totals: np.ndarray) -> np.ndarray:
    days = np.arange(len(totals))
    known = days[~np.isnan(totals)]
    filled = np.interp(days, known, totals[known], left=np.nan, right=np.nan)
    for before, after in pairwise(known):
        if after - before > 8:
            filled[before + 1 : after] = np.nan
    return np.diff(filled)
