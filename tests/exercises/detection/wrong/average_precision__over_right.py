"""Recall is of the right boxes, not of the cells.

caught by: test_four_boxes_by_hand
says: what was not found counts
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best[in_order].sum() / max(right.sum(), 1))
