"""Shifted only where a power overflows; a sum of three does so earlier.

caught by: test_large_logits_do_not_overflow
says: expected was
"""

import numpy as np


def softmax_gradient(logits, labels):
    z = np.asarray(logits, dtype=np.float64)
    largest = z.max(axis=1, keepdims=True)
    powers = np.exp(z - np.where(np.abs(largest) > 709, largest, 0))
    p = powers / powers.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return p / len(p)
