"""Softmax down the columns.

caught by: test_the_slope_measured_by_small_steps
says: your softmax runs down the columns
"""

import numpy as np


def softmax_gradient(logits, labels):
    powers = np.exp(logits - logits.max(axis=0, keepdims=True))
    one_hot = np.eye(logits.shape[1])[labels]
    return (powers / powers.sum(axis=0, keepdims=True) - one_hot) / len(logits)
