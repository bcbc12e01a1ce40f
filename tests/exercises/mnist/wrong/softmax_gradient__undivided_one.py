"""The label is subtracted after the division.

caught by: test_the_slope_measured_by_small_steps
says: the 1 at the label is not
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    n = len(logits)
    gradient = softmax(logits) / n
    gradient[np.arange(n), labels] -= 1
    return gradient
