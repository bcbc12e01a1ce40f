"""So many in all.

caught by: test_the_whole_batch_together
says: in all; it is so many
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = negatives
    hardness = np.where(some, -np.inf, loss).ravel()
    order = np.argsort(-hardness, kind="stable")
    mask = some.ravel()
    mask[order[: min(number, (~some).sum())]] = True
    return mask.reshape(loss.shape)
