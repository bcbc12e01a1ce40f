"""The sums do not line up with the rows, and NumPy does not complain.

caught by: test_rows_far_apart
says: keepdims=True keeps them as a column
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)
