"""A hole is filled with the last known total.

caught by: test_a_hole_is_spread_evenly
says: the whole increase put on the day after it
"""

import numpy as np


def daily_new(totals):
    filled = np.array(totals)
    for i in range(1, len(filled)):
        if np.isnan(filled[i]):
            filled[i] = filled[i - 1]
    return np.diff(filled)
