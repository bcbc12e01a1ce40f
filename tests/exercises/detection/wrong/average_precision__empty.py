"""No boxes at all are an error.

caught by: test_nothing_said_and_nothing_right
says: ZeroDivisionError
"""

import numpy as np


def average_precision(scores, right, total):
    in_order = right[np.argsort(-scores, kind="stable")]
    1 / len(scores)
    number = np.cumsum(in_order)
    precision = number / np.arange(1, len(number) + 1)
    best = np.maximum.accumulate(precision[::-1])[::-1]
    return float(best[in_order].sum() / total)
