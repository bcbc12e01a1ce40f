"""All losses as large as the last one chosen.

caught by: test_equal_losses_and_zeros
says: expected was
"""

import numpy as np


def counted(loss, classes, negatives):
    some = classes != 0
    number = negatives * max(some.sum(), 1)
    background = np.sort(loss[~some])[::-1][:number]
    if len(background) == 0:
        return some
    return some | (loss >= background[-1])
