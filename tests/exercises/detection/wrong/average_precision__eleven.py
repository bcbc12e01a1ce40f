"""The mean over eleven recalls.

caught by: test_four_boxes_by_hand
says: eleven recalls
"""

import numpy as np


def average_precision(scores, right, total):
    number = np.cumsum(right[np.argsort(-scores, kind="stable")])
    precision = number / np.arange(1, len(number) + 1)
    recall = number / total
    best = [
        max(precision[recall >= r], default=0) for r in np.linspace(0, 1, 11)
    ]
    return float(np.mean(best))
