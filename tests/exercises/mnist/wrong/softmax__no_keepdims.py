"""The sums do not line up with the rows.

caught by: test_each_row_by_itself
says: ValueError: operands could not be broadcast
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)
