"""The perplexity comes as an array.

caught by: test_the_perplexity_of_a_text
says: array
"""

import numpy as np


def perplexity(p):
    with np.errstate(divide="ignore"):
        return np.exp(-np.mean(np.log(p), keepdims=True))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
