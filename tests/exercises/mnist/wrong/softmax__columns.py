"""Summed over the wrong axis.

caught by: test_each_row_by_itself
says: you summed down the columns (axis=0)
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)
