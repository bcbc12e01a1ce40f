"""A probability of 0 warns.

caught by: test_what_was_impossible
says: warn
"""

import numpy as np


def perplexity(p):
    return float(np.exp(-np.mean(np.log(p))))


def joined(perplexities, lengths):
    nats = np.average(np.log(perplexities), weights=lengths)
    return float(np.exp(nats))


def bits(perplexity):
    return float(np.log2(perplexity))
