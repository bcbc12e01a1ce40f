"""Scores in half precision, where nearly equal ones are equal.

caught by: test_negative_and_whole_scores
says: expected was 0.866667
"""

import numpy as np


def average_precision(scores, right, total):
    right = right[np.argsort(-scores.astype(np.float16), kind="stable")]
    n = np.cumsum(right)
    p = n / np.arange(1, len(n) + 1)
    best = np.maximum.accumulate(p[::-1])[::-1]
    return float(best[right].sum() / total)
