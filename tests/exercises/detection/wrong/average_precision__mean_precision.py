"""The mean precision over all boxes.

caught by: test_four_boxes_by_hand
says: the mean over all boxes
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best.mean() if len(best) else 0)
