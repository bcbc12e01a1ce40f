"""No boxes, nothing counts.

caught by: test_no_boxes_at_all
says: p counts as 1
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = negatives * some.sum()
    hardness = np.where(some, -np.inf, loss).ravel()
    order = np.argsort(-hardness, kind="stable")
    mask = some.ravel()
    mask[order[: min(number, (~some).sum())]] = True
    return mask.reshape(loss.shape)
