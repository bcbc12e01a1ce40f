"""A row without keys becomes nan.

caught by: test_a_query_that_may_see_nothing
says: nan
"""

import numpy as np


def attention(q, k, v, mask=None):
    np.seterr(all="ignore")
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ v
