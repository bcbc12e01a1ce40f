"""Logits are cut off at 1000, so that 3000 and 2000 count as equal.

caught by: test_large_logits_do_not_overflow
says: expected was
"""

import numpy as np


def softmax_gradient(logits, labels):
    z = np.clip(logits, -1000, 1000)
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return p / len(p)
