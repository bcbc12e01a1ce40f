"""By the rank of each anchor."""

import numpy as np


def counted(loss, classes, negatives):
    flat, k = loss.ravel(), classes.ravel()
    order = np.lexsort((np.arange(flat.size), -flat, k != 0))
    rank = np.empty(flat.size, int)
    rank[order] = np.arange(flat.size)
    number = negatives * max(np.count_nonzero(k), 1)
    return ((k != 0) | (rank < number)).reshape(loss.shape)
