"""The mean is subtracted, not the maximum.

caught by: test_large_logits_do_not_overflow
says: you subtracted each row's mean
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.mean(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
