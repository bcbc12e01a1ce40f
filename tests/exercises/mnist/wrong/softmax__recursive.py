"""The rows are taken off one by one, by a function that calls itself.

caught by: test_each_row_by_itself
says: Your code calls itself
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    if not len(logits):
        return logits
    powers = np.exp(logits[:1] - logits[:1].max())
    return np.concatenate([powers / powers.sum(), softmax(logits[1:])])
