"""The powers overflow.

caught by: test_parts_make_a_whole
says: inf
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    lengths = np.asarray(lengths)
    with np.errstate(all="ignore"):
        product = np.prod(np.asarray(perplexities, float) ** lengths)
        return float(product ** (1 / lengths.sum()))


def bits(perplexity):
    return float(np.log2(perplexity))
