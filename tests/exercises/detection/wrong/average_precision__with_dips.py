"""The dips are left in.

caught by: test_four_boxes_by_hand
says: still has its dips
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    return float(precision[in_order].sum() / total)
