"""The label's place is counted in rows, whatever order the array lies in.

caught by: test_the_slope_measured_by_small_steps
says: values differ
"""

import numpy as np


def softmax_gradient(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    n, k = logits.shape
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p.ravel(order="K")[np.arange(n) * k + labels] -= 1
    return p / n
