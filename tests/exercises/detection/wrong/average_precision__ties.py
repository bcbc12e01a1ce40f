"""Sorted ascending, then turned round.

caught by: test_equal_scores_keep_their_order
says: of equal scores
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(scores, kind="stable")[::-1]]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best[in_order].sum() / total)
