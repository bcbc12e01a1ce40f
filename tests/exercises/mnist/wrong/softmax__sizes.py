"""The largest size is subtracted, whatever its sign.

caught by: test_large_logits_do_not_overflow
says: you subtracted the largest size, whatever its sign
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - np.abs(logits).max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
