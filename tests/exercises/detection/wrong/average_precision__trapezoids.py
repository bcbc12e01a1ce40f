"""Slopes instead of a staircase.

caught by: test_four_boxes_by_hand
says: staircase
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(np.trapezoid(best, number / total))
