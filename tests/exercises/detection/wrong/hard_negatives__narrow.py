"""The count is kept in the type of classes.

caught by: test_huge_losses_and_narrow_types
says: expected
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = int(np.sum(some, dtype=classes.dtype)) * negatives or negatives
    hardness = np.where(some, -np.inf, loss).ravel()
    order = np.argsort(-hardness, kind="stable")
    mask = some.ravel()
    mask[order[: min(number, (~some).sum())]] = True
    return mask.reshape(loss.shape)
