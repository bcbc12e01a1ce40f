"""The classes are numbered in the labels' type, too narrow for 300.

caught by: test_the_slope_measured_by_small_steps
says: values differ
"""

import numpy as np


def softmax_gradient(logits, labels):
    n, k = logits.shape
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    classes = np.arange(k).astype(labels.dtype)
    return (p - (labels[:, None] == classes)) / n
