"""The best precision of the places before.

caught by: test_four_boxes_by_hand
says: over the places before
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision)
    return float(best[in_order].sum() / total)
