"""One maximum for all rows.

caught by: test_rows_far_apart
says: the maximum of the whole array
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max())
    return powers / powers.sum(axis=1, keepdims=True)
