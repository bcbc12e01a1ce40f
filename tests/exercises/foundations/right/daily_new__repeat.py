"""Each rise divided by its days, and repeated."""

import numpy as np


def daily_new(totals):
    known = np.flatnonzero(~np.isnan(totals))
    days = np.diff(known)
    inside = np.repeat(np.diff(totals[known]) / days, days)
    before = np.full(known[0], np.nan)
    after = np.full(len(totals) - 1 - known[-1], np.nan)
    return np.concatenate([before, inside, after])
