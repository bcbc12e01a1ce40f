"""The logits are overwritten.

caught by: test_the_arrays_that_came_in_are_untouched
says: Afterwards logits was no longer
"""

import numpy as np


def softmax_gradient(logits, labels):
    n = len(logits)
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=1, keepdims=True)
    logits[np.arange(n), labels] -= 1
    return logits / n
