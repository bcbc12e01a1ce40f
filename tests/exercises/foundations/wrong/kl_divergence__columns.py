"""The sum runs over the wrong axis.

caught by: test_a_square_table
says: you added up down the columns
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum(p * np.log(p / q), axis=0)
