"""Divided by the sum of everything.

caught by: test_each_row_by_itself
says: the sum of the whole array
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
