"""Each row's first logit is subtracted, whatever the others are.

caught by: test_large_logits_do_not_overflow
says: you subtracted each row's first logit
"""

import numpy as np


def softmax_gradient(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    p = np.exp(logits - logits[:, :1])
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(p)), labels] -= 1
    return p / len(p)
