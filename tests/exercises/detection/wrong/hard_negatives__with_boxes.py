"""Anchors with a box take places.

caught by: test_one_picture_by_hand
says: took the places
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = negatives * max(some.sum(), 1)
    hardness = loss.ravel()
    order = np.argsort(-hardness, kind="stable")
    mask = some.ravel().copy()
    mask[order[:number]] = True
    return mask.reshape(loss.shape)
