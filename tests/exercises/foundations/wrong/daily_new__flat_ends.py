"""The ends are filled with flat lines.

caught by: test_the_ends_stay_unknown
says: 0 was reported where nothing is known
"""

import numpy as np


def daily_new(totals):
    days = np.arange(len(totals))
    known = ~np.isnan(totals)
    return np.diff(np.interp(days, days[known], totals[known]))
