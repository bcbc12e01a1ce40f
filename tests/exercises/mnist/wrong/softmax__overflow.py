"""The powers overflow.

caught by: test_large_logits_do_not_overflow
says: the powers overflow
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)
