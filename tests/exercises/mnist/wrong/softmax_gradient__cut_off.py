"""Large logits are cut off, which makes them equal.

caught by: test_large_logits_do_not_overflow
says: you cut the logits off
"""

import numpy as np


def softmax_gradient(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    p = np.exp(np.clip(logits, -500, 500))
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return p / len(p)
