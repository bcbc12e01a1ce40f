"""An unknown total is taken for 0.

caught by: test_a_hole_is_spread_evenly
says: an unknown total was taken for 0
"""

import numpy as np


def daily_new(totals):
    return np.diff(np.nan_to_num(totals))
