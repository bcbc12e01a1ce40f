"""The area of the curve as it comes, with slopes and dips.

caught by: test_dips_are_filled
says: a staircase without dips
"""

import numpy as np


def average_precision(scores, right, total):
    flags = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(flags) / np.arange(1, len(flags) + 1)
    return float(np.trapezoid(precision, np.cumsum(flags) / total))
