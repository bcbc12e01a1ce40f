"""Right: rounded to five digits, the rest put on the largest of each row."""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = np.round(powers / powers.sum(axis=1, keepdims=True), 5)
    p[np.arange(len(p)), p.argmax(axis=1)] += 1 - p.sum(axis=1)
    return p
