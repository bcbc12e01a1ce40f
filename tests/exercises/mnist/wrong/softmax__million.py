"""Logits beyond a million are cut off, though any finite ones may come.

caught by: test_large_logits_do_not_overflow
says: expected was
"""

import numpy as np


def softmax(logits):
    z = np.clip(logits, -1e6, 1e6)
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
