"""A small number is added to the sum, against dividing by zero.

caught by: test_each_row_by_itself
says: but expected was
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / (powers.sum(axis=1, keepdims=True) + 1e-4)
