"""The label is subtracted as a number.

caught by: test_one_row_by_hand
says: you subtracted the label's number
"""

import numpy as np


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def softmax_gradient(logits, labels):
    return (softmax(logits) - labels[:, None]) / len(logits)
