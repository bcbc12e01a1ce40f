"""One day a call, so a series of three years ends in a RecursionError.

caught by: test_years_of_days_with_long_holes
says: calls itself
"""

import numpy as np


def fill(values, day, last):
    if day == len(values):
        return values
    if values[day] == values[day]:
        if last is not None:
            step = (values[day] - values[last]) / (day - last)
            for between in range(last + 1, day):
                values[between] = values[last] + step * (between - last)
        last = day
    return fill(values, day + 1, last)


def daily_new(totals: np.ndarray) -> np.ndarray:
    return np.diff(np.array(fill(totals.tolist(), 0, None), dtype=float))
