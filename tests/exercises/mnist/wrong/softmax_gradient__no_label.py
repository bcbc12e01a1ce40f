"""The label is not subtracted.

caught by: test_the_slope_measured_by_small_steps
says: The label has not been subtracted
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    return softmax(logits) / len(logits)
