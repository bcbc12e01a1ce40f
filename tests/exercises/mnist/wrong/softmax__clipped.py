"""Large logits are cut off instead of shifted.

caught by: test_large_logits_do_not_overflow
says: you cut the logits off
"""

import numpy as np


def softmax(logits):
    powers = np.exp(np.clip(logits, -500, 500))
    return powers / powers.sum(axis=1, keepdims=True)
