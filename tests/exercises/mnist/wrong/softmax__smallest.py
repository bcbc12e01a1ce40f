"""The minimum is subtracted, not the maximum.

caught by: test_large_logits_do_not_overflow
says: you subtracted each row's smallest logit
"""

import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.min(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
