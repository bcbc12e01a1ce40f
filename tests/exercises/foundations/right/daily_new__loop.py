"""A plain loop from each known total to the next, and no interpolation."""

import math

import numpy as np


def daily_new(series: np.ndarray) -> np.ndarray:
    new, last = np.full(len(series) - 1, math.nan), None
    for day, total in enumerate(series):
        if math.isnan(total):
            continue
        if last is not None:
            new[last:day] = (total - series[last]) / (day - last)
        last = day
    return new
