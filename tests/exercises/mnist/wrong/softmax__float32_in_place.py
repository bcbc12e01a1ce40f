"""Logits in float32 are not copied, and overwritten.

caught by: test_float32_as_networks_give_it
says: Afterwards logits was no longer what it had been
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    z = logits.astype(np.float32, copy=False)
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)
    return z
