"""The holes are filled from the right: all comes on the first day.

caught by: test_a_hole_is_spread_evenly
says: the increase was put on the first day of a hole
"""

import numpy as np


def daily_new(totals: np.ndarray) -> np.ndarray:
    filled = totals.copy()
    for i in range(len(filled) - 2, -1, -1):
        if np.isnan(filled[i]):
            filled[i] = filled[i + 1]
    return np.diff(filled)
