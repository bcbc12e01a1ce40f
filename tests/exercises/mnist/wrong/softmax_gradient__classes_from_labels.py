"""The classes are counted by the labels that occur.

caught by: test_the_slope_measured_by_small_steps
says: operands could not be broadcast together with shapes (3,4) (3,3)
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    one_hot = np.eye(labels.max() + 1)[labels]
    return (softmax(logits) - one_hot) / len(logits)
