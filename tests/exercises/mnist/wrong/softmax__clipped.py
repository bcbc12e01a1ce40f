"""Large logits are cut off instead of shifted.

caught by: test_rows_far_apart
says: but expected was
"""

import numpy as np


def softmax(logits):
    powers = np.exp(np.clip(logits, -500, 500))
    return powers / powers.sum(axis=1, keepdims=True)
