"""Zeros are thrown away after their logarithm was taken.

caught by: test_no_warnings_and_the_arrays_are_untouched
says: a logarithm of zero was taken. Choose
"""

import numpy as np


def cross_entropy(p, q):
    return float(-np.sum(np.where(p > 0, p * np.log(q), 0.0)))
