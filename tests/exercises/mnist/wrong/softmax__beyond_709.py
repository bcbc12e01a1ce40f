"""Shifted only where a power overflows; a sum of three does so earlier.

caught by: test_large_logits_do_not_overflow
says: expected was
"""

import numpy as np


def softmax(logits):
    z = np.asarray(logits, dtype=np.float64)
    largest = z.max(axis=1, keepdims=True)
    shift = np.where(np.abs(largest) > 709, largest, 0)
    powers = np.exp(z - shift)
    return powers / powers.sum(axis=1, keepdims=True)
