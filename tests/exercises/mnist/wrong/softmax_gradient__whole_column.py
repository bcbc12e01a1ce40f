"""The label is subtracted in every row.

caught by: test_the_slope_measured_by_small_steps
says: p[:, labels] takes the columns of all labels
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    gradient = softmax(logits)
    gradient[:, labels] -= 1
    return gradient / len(logits)
