"""The perplexities are multiplied.

caught by: test_parts_make_a_whole
says: multiplied
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    return float(np.exp(np.sum(np.log(perplexities))))


def bits(perplexity):
    return float(np.log2(perplexity))
