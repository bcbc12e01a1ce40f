"""Of equal losses the last.

caught by: test_equal_losses_and_zeros
says: the earlier anchor counts
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = negatives * max(some.sum(), 1)
    hardness = np.where(some, -np.inf, loss).ravel()
    order = np.argsort(hardness, kind="stable")[::-1]
    mask = some.ravel()
    mask[order[: min(number, (~some).sum())]] = True
    return mask.reshape(loss.shape)
