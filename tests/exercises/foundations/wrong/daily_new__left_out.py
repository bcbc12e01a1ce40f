"""Unknown days are left out.

caught by: test_a_hole_is_spread_evenly
says: expected shape (5,)
"""

import numpy as np


def daily_new(totals):
    return np.diff(totals[~np.isnan(totals)])
