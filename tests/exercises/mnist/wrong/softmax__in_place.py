"""The logits are overwritten.

caught by: test_the_logits_are_untouched
says: Afterwards logits was no longer
"""

import numpy as np


def softmax(logits):
    logits -= logits.max(axis=1, keepdims=True)
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)
