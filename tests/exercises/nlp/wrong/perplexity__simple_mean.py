"""The plain mean of the perplexities.

caught by: test_parts_make_a_whole
says: plain mean
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    return float(np.mean(perplexities))


def bits(perplexity):
    return float(np.log2(perplexity))
