"""The maximum is subtracted only where a logit is large.

caught by: test_rows_far_apart
says: Subtract the maximum in every row, whatever its size
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    if logits.max() > 700:
        logits = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)
