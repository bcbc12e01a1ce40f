"""A short part counts as much as a long one.

caught by: test_parts_make_a_whole
says: as much as a long one
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    return float(np.exp(np.log(perplexities).mean()))


def bits(perplexity):
    return float(np.log2(perplexity))
