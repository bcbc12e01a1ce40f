"""Rises of the recall times the best precision, in float32."""

import numpy as np


def average_precision(scores, right, total):
    flags = right[np.lexsort((np.arange(len(scores)), -scores))]
    number = flags.astype(np.float32).cumsum()
    best = number / np.arange(1, len(number) + 1, dtype=np.float32)
    for k in range(len(best) - 1, 0, -1):
        best[k - 1] = max(best[k - 1], best[k])
    return np.float32(np.dot(np.diff(number, prepend=0), best) / total)
