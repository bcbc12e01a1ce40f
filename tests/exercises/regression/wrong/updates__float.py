"""Rounded up, and still a float.

caught by: test_the_housing_rows
says: It returned 1025.0
says: math.ceil gives one
"""

import numpy as np


def updates(rows, batch_size, epochs, drop_last=False):
    whole = np.floor if drop_last else np.ceil
    return epochs * whole(rows / batch_size)
