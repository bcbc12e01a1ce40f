"""The boxes are not put in order.

caught by: test_four_boxes_by_hand
says: not put in the order
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best[in_order].sum() / total)
