"""The powers overflow.

caught by: test_large_logits_do_not_overflow
says: the powers overflow
"""

import numpy as np


def softmax_gradient(logits, labels):
    powers = np.exp(logits)
    one_hot = np.eye(logits.shape[1])[labels]
    p = powers / powers.sum(axis=1, keepdims=True)
    return (p - one_hot) / len(logits)
